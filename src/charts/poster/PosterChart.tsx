import type { ReactNode } from 'react';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { ActivationSketch } from './ActivationSketch.tsx';
import { PosterCellMarks } from './PosterCellMarks.tsx';
import { SHEET } from './posterData.ts';
import type { PosterColumn, PosterRow } from './posterData.ts';
import styles from './poster.module.css';

interface PosterChartProps {
  readonly title: string;
  readonly columns: readonly PosterColumn[];
  readonly rows: readonly PosterRow[];
  /** At the bottom: the equation, and how the sheet was made. */
  readonly equation: string;
  readonly made: string;
  /** A drawing of 24 × 24 mm for the corner. */
  readonly code?: ReactNode;
}

/**
 * Every initialization with every activation on one sheet; in the white cells both signal and gradient survive. Drawn
 * in millimetres, printed as vectors.
 */
export function PosterChart({ title, columns, rows, equation, made, code }: PosterChartProps) {
  const { width, height, edge, head, side, row } = SHEET;
  const pitch = (width - 2 * edge - side) / Math.max(1, columns.length);
  const foot = head + rows.length * row + 12;
  return (
    <svg className={styles['sheet']} viewBox={`0 0 ${width} ${height}`} data-poster>
      <rect className={styles['paper']} width={width} height={height} />
      <text className={styles['title']} x={width / 2} y={edge + 8}>
        {inOwnDirection(title)}
      </text>
      {columns.map(({ id, name, rule }, i) => (
        <g key={id}>
          <text className={styles['name']} x={edge + side + (i + 0.5) * pitch} y={head - 9}>
            {inOwnDirection(name)}
          </text>
          <text className={styles['rule']} x={edge + side + (i + 0.5) * pitch} y={head - 3.5}>
            {rule}
          </text>
        </g>
      ))}
      {rows.map(({ id, name, f, df, cells }, r) => (
        <g key={id}>
          <ActivationSketch
            name={name}
            f={f}
            df={df}
            x={edge}
            y={head + r * row}
            width={side - 5}
          />
          {cells.map((cell, c) => (
            <PosterCellMarks
              key={columns[c]?.id}
              cell={cell}
              x={edge + side + c * pitch}
              y={head + r * row}
              width={pitch}
            />
          ))}
        </g>
      ))}
      <text className={styles['equation']} x={width / 2} y={foot + 6}>
        {equation}
      </text>
      <text className={styles['made']} x={width / 2} y={foot + 14}>
        {inOwnDirection(made)}
      </text>
      <g transform={`translate(${width - edge - 24} ${height - edge - 24})`}>{code}</g>
    </svg>
  );
}
