import { inOwnDirection } from '../../i18n/bidi.ts';
import { barPath, nonZeroCounts, stepPath, zeroCount } from '../geometry/histogramPath.ts';
import type { Summary } from '../../engine/types.ts';
import { wrapWords } from '../geometry/wrapWords.ts';
import { MiniLoop } from './MiniLoop.tsx';
import { SHEET } from './posterData.ts';
import type { PosterCell } from './posterData.ts';
import styles from './poster.module.css';
import { lookData } from '../types.ts';

interface PosterCellMarksProps {
  readonly cell: PosterCell | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** In millimetres of the sheet. */
const GAP = 1;
const PAD = 3;
const ROWS = 15.5;
const ROW = 6.8;
const LOOP = 44.5;
/** Font size of a reason, in millimetres. */
const LETTERS = 3.2;

/** One initialization with one activation: verdict, outputs of some layers, forward and backward. Links to the lab. */
export function PosterCellMarks({ cell, x, y, width }: PosterCellMarksProps) {
  const [left, right] = [x + GAP + PAD + 4, x + width - GAP - PAD];
  return (
    <a
      className={styles['cell']}
      href={cell?.href}
      aria-label={cell?.label}
      data-healthy={cell?.healthy ?? false}
      data-cell={cell?.id}
    >
      <rect x={x + GAP} y={y + GAP} width={width - 2 * GAP} height={SHEET.row - 2 * GAP} rx={1} />
      {cell !== null && (
        <g {...lookData(cell.look)}>
          <text className={styles['verdict']} x={x + width / 2} y={y + 6.4}>
            {inOwnDirection(cell.verdict)}
          </text>
          <text className={styles['reason']}>
            {wrapWords(cell.reason, LETTERS, width - 2 * GAP - 2).map((line, i) => (
              <tspan key={line} x={x + width / 2} y={y + 10.4 + i * 3.8}>
                {inOwnDirection(line)}
              </tspan>
            ))}
          </text>
          {cell.rows.map(({ layer, name, summary }, i) => {
            const base = y + ROWS + (i + 1) * ROW;
            return (
              <g key={layer}>
                <text className={styles['layer']} x={left - 1.2} y={base}>
                  {name}
                </text>
                <path className={styles['axis']} d={`M${left},${base}H${right}`} />
                <Shape summary={summary} left={left} right={right} base={base} />
              </g>
            );
          })}
          <MiniLoop
            forward={cell.forward}
            backward={cell.backward}
            left={left}
            right={right - 4}
            top={y + LOOP}
            height={SHEET.row - LOOP - GAP - 2}
          />
        </g>
      )}
    </a>
  );
}

interface ShapeProps {
  readonly summary: Summary;
  readonly left: number;
  readonly right: number;
  readonly base: number;
}

/** The histogram of one layer, on a scale shared within the row; the share of exact zeros is a solid bar. */
function Shape({ summary, left, right, base }: ShapeProps) {
  const { shared, zero } = summary;
  const height = ROW - 1;
  const at = left + ((0 - shared.lo) / (shared.hi - shared.lo)) * (right - left);
  return (
    <>
      <path
        className={styles['area']}
        d={stepPath(nonZeroCounts(shared, zeroCount(summary)), { left, right, base, height })}
      />
      {zero > 0 && (
        <path className={styles['zero']} d={barPath(at - 0.4, 0.8, base, zero * height)} />
      )}
    </>
  );
}
