import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { paintMatrix } from './paintMatrix.ts';
import type { Matrix } from './paintMatrix.ts';
import { usePalette } from './themeColours.ts';
import styles from './matrix.module.css';
import type { ChartFormat, ChartSize } from '../types.ts';
import { arrowStep } from '../../ui/arrowStep.ts';

export interface WeightHeatMapProps {
  /** Row r is a unit, column c an input. */
  readonly matrix: Matrix;
  /** The value of full colour, the same on both sides of zero. */
  readonly limit: number;
  readonly rowTitle: ReactNode;
  readonly colTitle: ReactNode;
  /** Names the matrix to a screen reader. */
  readonly label: string;
  readonly stale: boolean;
  readonly size: ChartSize;
  readonly format: ChartFormat;
  /** Names a cell: `unit 3, input 17`; counted from 1. */
  readonly cell: (row: number, col: number) => string;
  /** Shown in place of the readout until a cell is pointed at. */
  readonly hint: string;
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** A weight matrix as colours, so that equal rows look equal. Pointer or arrow keys select a cell to read. */
export function WeightHeatMap(props: WeightHeatMapProps) {
  const { matrix, limit, size, format } = props;
  const { rows, cols, values } = matrix;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [at, setAt] = useState<readonly [row: number, col: number] | null>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    if (canvas.current !== null) paintMatrix(canvas.current, matrix, limit, palette);
  }, [matrix, limit, palette]);

  const room = Math.min(size.width - size.rem * 1.6, size.rem * 24);
  const cell = Math.max(1, Math.min(size.rem * 1.5, Math.floor(room / Math.max(rows, cols, 1))));
  const point = (event: PointerEvent<HTMLButtonElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt([
      within(Math.floor(((event.clientY - box.top) / box.height) * rows), rows),
      within(Math.floor(((event.clientX - box.left) / box.width) * cols), cols),
    ]);
  };
  const walk = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const move = arrowStep(event.key);
    if (move === null) return;
    event.preventDefault();
    const [row, col] = at ?? [0, -move[1]];
    setAt([within(row + move[0], rows), within(col + move[1], cols)]);
  };
  const [row = 0, col = 0] = at ?? [];
  return (
    <div className={styles['matrix']} dir="ltr" data-stale={props.stale}>
      <p className={styles['colTitle']}>
        <bdi>{props.colTitle}</bdi>
      </p>
      <p className={styles['rowTitle']}>
        <bdi>{props.rowTitle}</bdi>
      </p>
      <button
        type="button"
        className={styles['cells']}
        style={{ inlineSize: cols * cell, blockSize: rows * cell }}
        aria-label={props.label}
        onPointerMove={point}
        onPointerLeave={() => setAt(null)}
        onKeyDown={walk}
      >
        <canvas ref={canvas} className={styles['canvas']} />
        {at !== null && (
          <span
            className={styles['cursor']}
            style={{
              insetBlockStart: row * cell - 1,
              insetInlineStart: col * cell - 1,
              blockSize: cell + 2,
              inlineSize: cell + 2,
            }}
          />
        )}
      </button>
      <div className={styles['scale']} style={{ inlineSize: cols * cell }}>
        <HtmlNumber text={format.number(-limit)} />
        <span className={styles['ramp']} />
        <HtmlNumber text={format.number(limit)} />
      </div>
      <p className={styles['readout']} aria-live="polite">
        {at === null ? (
          props.hint
        ) : (
          <>
            <bdi>{props.cell(row + 1, col + 1)}</bdi>:{' '}
            <HtmlNumber text={format.number(values[row * cols + col] ?? Number.NaN)} />
          </>
        )}
      </p>
    </div>
  );
}
