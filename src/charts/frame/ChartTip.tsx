import type { ReactNode } from 'react';
import { LaneKey } from '../../ui/LaneKey.tsx';
import styles from './chart.module.css';
import type { LaneLook } from '../types.ts';

export interface TipRow {
  readonly key: number;
  readonly name: ReactNode;
  readonly look?: LaneLook;
  readonly cells: readonly ReactNode[];
}

interface ChartTipProps {
  readonly title: ReactNode;
  /** Headings of the columns after the first; all different. */
  readonly heads: readonly string[];
  readonly rows: readonly TipRow[];
}

/** The tooltip at the pointer. Everything in it is in the chart's table too. */
export function ChartTip({ title, heads, rows }: ChartTipProps) {
  return (
    <table className={styles['tip']}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {row.look !== undefined && (
                <LaneKey tone={row.look.tone} dash={row.look.dash} shade={row.look.shade} />
              )}
              <bdi>{row.name}</bdi>
            </th>
            {heads.map((head, i) => (
              <td key={head}>{row.cells[i]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
