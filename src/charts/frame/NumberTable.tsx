import type { ReactNode } from 'react';
import styles from './FigureFrame.module.css';

export interface TableColumn {
  readonly id: string;
  readonly title: ReactNode;
}

export interface TableRow {
  readonly id: string;
  /** Heading of the row: a layer or a lane. */
  readonly title: ReactNode;
  /** One cell per column after the first. */
  readonly cells: readonly ReactNode[];
}

interface NumberTableProps {
  readonly caption: string;
  /** The first column holds the rows' headings. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** A table of a chart's numbers. It scrolls, so it takes keyboard focus. */
export function NumberTable({ caption, columns, rows }: NumberTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={styles['scroller']} aria-label={caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption className={styles['summary']}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.title}</th>
              {columns.slice(1).map((column, i) => (
                <td key={column.id}>{row.cells[i]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
