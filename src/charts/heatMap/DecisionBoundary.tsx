import { memo, useLayoutEffect, useRef } from 'react';
import { classAt } from './classAt.ts';
import { paintClasses } from './paintMatrix.ts';
import type { ClassField } from './paintMatrix.ts';
import { usePalette } from './themeColours.ts';
import styles from './boundary.module.css';
import type { ChartSize } from '../types.ts';

export interface BoundaryPoint {
  readonly x: number;
  readonly y: number;
  /** Class, counted from 0. */
  readonly label: number;
}

export interface DecisionBoundaryProps {
  readonly field: ClassField;
  readonly points: readonly BoundaryPoint[];
  /** Range of both axes. */
  readonly domain: readonly [lo: number, hi: number];
  /** Description for screen readers: which classes, and how many examples are right. */
  readonly label: string;
  readonly stale: boolean;
  /** The square takes the whole width. */
  readonly size: ChartSize;
}

/** Path of an example's mark: its class is shown by shape as well as by colour. */
function marker({ label }: BoundaryPoint, x: number, y: number, r: number): string {
  switch (label) {
    case 0:
      return `M${x - r},${y}a${r},${r} 0 1,0 ${r * 2},0a${r},${r} 0 1,0 ${-r * 2},0Z`;
    case 1:
      return `M${x - r},${y - r}h${r * 2}v${r * 2}h${-r * 2}Z`;
    case 2:
      return `M${x},${y - r * 1.2}l${r * 1.2},${r * 2.1}h${-r * 2.4}Z`;
    default:
      return `M${x},${y - r * 1.4}l${r * 1.4},${r * 1.4}l${-r * 1.4},${r * 1.4}l${-r * 1.4},${-r * 1.4}Z`;
  }
}

/** Most examples drawn: more would hide the answer behind them. */
const DRAWN = 120;

const Points = memo(function Points(
  props: Pick<DecisionBoundaryProps, 'field' | 'points' | 'domain' | 'size'>,
) {
  const { field, domain, size } = props;
  const every = Math.max(1, Math.ceil(props.points.length / DRAWN));
  const [lo, hi] = domain;
  const side = size.width;
  const radius = Math.max(2, Math.min(size.rem * 0.24, side / 70));
  const labels = [...new Set(props.points.map((point) => point.label))].toSorted((a, b) => a - b);
  // The same share of each class.
  const points = labels.flatMap((label) =>
    props.points.filter((point) => point.label === label).filter((_, i) => i % every === 0),
  );
  const across = (point: BoundaryPoint): number => (point.x - lo) / (hi - lo);
  const down = (point: BoundaryPoint): number => 1 - (point.y - lo) / (hi - lo);
  const px = (part: number): number => Math.round(part * side * 10) / 10;
  const d = (shown: readonly BoundaryPoint[], r: number): string =>
    shown.map((point) => marker(point, px(across(point)), px(down(point)), r)).join('');
  const wrong = points.filter(
    (point) => classAt(field, across(point), down(point)) !== point.label,
  );
  return (
    <svg className={styles['points']} width={side} height={side} aria-hidden="true">
      {labels.map((label) => (
        <path
          key={label}
          data-class={label}
          d={d(
            points.filter((point) => point.label === label),
            radius,
          )}
        />
      ))}
      <path data-mark="wrong" d={d(wrong, radius + 1.5)} />
    </svg>
  );
});

/** The net's answers over the plane, and some of its training examples; those it gets wrong are ringed. */
export function DecisionBoundary(props: DecisionBoundaryProps) {
  const { field, points, domain, label, stale, size } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    if (canvas.current !== null) paintClasses(canvas.current, field, palette);
  }, [field, palette]);
  return (
    <div
      className={styles['boundary']}
      dir="ltr"
      data-stale={stale}
      style={{ inlineSize: size.width, blockSize: size.width }}
    >
      <canvas ref={canvas} className={styles['field']}>
        {label}
      </canvas>
      <Points field={field} points={points} domain={domain} size={size} />
    </div>
  );
}
