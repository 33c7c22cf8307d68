import type { ReactNode } from 'react';
import styles from './FigureFrame.module.css';

export interface TableColumn {
  readonly id: string;
  readonly title: ReactNode;
}

export interface TableRow {
  readonly id: string;
  /** Heads the row: a layer, a lane. */
  readonly title: ReactNode;
  /** One cell per column after the first. */
  readonly cells: readonly ReactNode[];
}

interface NumberTableProps {
  readonly caption: string;
  /** The first column is the row's title. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** A chart's numbers. Scrolls inside itself, so it takes the keyboard's focus. */
export function NumberTable({ caption, columns, rows }: NumberTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keys
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
