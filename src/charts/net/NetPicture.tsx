import { nearness, signOf, weightAt } from './netMark.ts';
import type { NetLayer, NetMark } from './netMark.ts';
import styles from './net.module.css';
import type { ChartSize } from '../types.ts';

interface NetPictureProps {
  readonly layers: readonly NetLayer[];
  /** Units of every layer of the whole net, the input first. */
  readonly sizes: readonly number[];
  /** |w| with the widest line. */
  readonly limit: number;
  readonly label: string;
  readonly size: ChartSize;
  readonly print: (n: number) => string;
  readonly mark: NetMark | null;
  readonly onMark: (mark: NetMark) => void;
}

/** Line widths, in px. */
const WIDEST = 6;
const THINNEST = 0.75;
/** Distance between two units, in rem. */
const GAP = 2.2;

/** Circles for units and lines for weights: each line is one number of a matrix. */
export function NetPicture(props: NetPictureProps) {
  const { layers, sizes, limit, size, print, mark, onMark } = props;
  const { rem, width } = size;
  const counts = [layers[0]?.cols ?? 0, ...layers.map(({ rows }) => rows)];
  const more = counts.map((count, column) => (sizes[column] ?? 0) > count);
  const deeper = sizes.length > counts.length;
  const tallest = Math.max(...counts);
  const r = rem * 0.72;
  const side = rem * (deeper ? 3 : 2.2);
  const middle = (tallest * GAP * rem) / 2 + rem * 0.3;
  const foot = tallest * GAP * rem + rem * (more.includes(true) ? 1.9 : 0.9);
  const x = (column: number): number =>
    rem * 2.2 + (column / Math.max(1, counts.length - 1)) * (width - rem * 2.2 - side);
  const y = (column: number, unit: number): number =>
    middle + (unit - 1 - ((counts[column] ?? 1) - 1) / 2) * GAP * rem;
  const thickness = (value: number): number =>
    Math.max(THINNEST, (WIDEST * Math.abs(value)) / limit);
  const lines = layers.flatMap((each, i) =>
    Array.from({ length: each.rows * each.cols }, (_, k) => {
      const [unit, input] = [Math.floor(k / each.cols) + 1, (k % each.cols) + 1];
      const [left, right] = [x(i), x(i + 1)];
      return {
        key: `${each.layer}-${unit}-${input}`,
        mark: { layer: each.layer, unit, input },
        value: weightAt(each, unit, input),
        near: nearness(mark, each.layer, unit, input),
        d: `M${left + r},${y(i, input)}L${right - r},${y(i + 1, unit)}`,
      };
    }),
  );
  // Marked lines are drawn on top.
  const sorted = lines.toSorted((a, b) => Number(a.near === 'here') - Number(b.near === 'here'));
  return (
    <svg
      className={styles['picture']}
      width={width}
      height={foot + rem * 1.4}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an inline SVG cannot be an img element
      role="img"
      aria-label={props.label}
    >
      {sorted.map(({ key, value, near, d }) => (
        <g key={key}>
          {near === 'here' && (
            <path className={styles['halo']} d={d} strokeWidth={thickness(value) + 7} />
          )}
          <path
            className={styles['line']}
            data-sign={signOf(value)}
            data-near={near}
            d={d}
            strokeWidth={near === 'here' ? Math.max(3, thickness(value)) : thickness(value)}
          />
        </g>
      ))}
      {lines.map(({ key, d, mark: here }) => (
        <path key={key} className={styles['reach']} d={d} onPointerEnter={() => onMark(here)} />
      ))}
      {counts.map((count, column) => (
        // Layers have no key other than their index.
        // oxlint-disable-next-line react/no-array-index-key
        <g key={column}>
          {Array.from({ length: count }, (_, i) => {
            const unit = i + 1;
            const listens = mark !== null && mark.layer === column && mark.unit === unit;
            const heard = mark !== null && mark.layer === column + 1 && mark.input === unit;
            return (
              <g
                key={unit}
                className={styles['unit']}
                data-near={listens || heard}
                data-input={column === 0}
                onPointerEnter={
                  column === 0 ? undefined : () => onMark({ layer: column, unit, input: null })
                }
              >
                <circle cx={x(column)} cy={y(column, unit)} r={r} />
                <text x={x(column)} y={y(column, unit)} dy="0.36em">
                  {print(unit)}
                </text>
              </g>
            );
          })}
          {more[column] && (
            <text className={styles['more']} x={x(column)} y={foot - rem * 0.9}>
              ⋮
            </text>
          )}
          <text className={styles['count']} x={x(column)} y={foot + rem * 0.8}>
            n
            <tspan dy="-0.45em" fontSize="78%">
              [{column}]
            </tspan>
            <tspan dy="0.35em"> = {sizes[column]}</tspan>
          </text>
        </g>
      ))}
      {deeper && (
        <text className={styles['more']} x={x(counts.length - 1) + rem * 2} y={middle} dy="0.3em">
          …
        </text>
      )}
    </svg>
  );
}
