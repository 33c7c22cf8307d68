import { memo, useLayoutEffect, useMemo, useRef } from 'react';
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

type PointsProps = Pick<DecisionBoundaryProps, 'field' | 'points' | 'domain' | 'size'>;

const Points = memo(function Points({ field, points, domain, size }: PointsProps) {
  const [lo, hi] = domain;
  const side = size.width;
  const radius = Math.max(2, Math.min(size.rem * 0.24, side / 70));
  const drawn = useMemo(() => drawnPoints(points), [points]);
  const square = useMemo(() => ({ lo, hi, side }), [lo, hi, side]);
  // The same for every field.
  const byClass = useMemo(
    () => drawn.map((each) => [each[0]?.label ?? 0, markers(each, radius, square)] as const),
    [drawn, radius, square],
  );
  const wrong = drawn.flatMap((each) =>
    each.filter((point) => classAt(field, ...placeOf(point, square)) !== point.label),
  );
  return (
    <svg className={styles['points']} width={side} height={side} aria-hidden="true">
      {byClass.map(([label, path]) => (
        <path key={label} data-class={label} d={path} />
      ))}
      <path data-mark="wrong" d={markers(wrong, radius + 1.5, square)} />
    </svg>
  );
});

/** The square of the plane that is drawn, `side` px wide. */
interface Square {
  readonly lo: number;
  readonly hi: number;
  readonly side: number;
}

/** Where a point is in the square, from 0 to 1. */
const placeOf = (
  { x, y }: BoundaryPoint,
  { lo, hi }: Square,
): readonly [across: number, down: number] => [(x - lo) / (hi - lo), 1 - (y - lo) / (hi - lo)];

function markers(points: readonly BoundaryPoint[], r: number, square: Square): string {
  const px = (part: number): number => Math.round(part * square.side * 10) / 10;
  return points
    .map((point) => {
      const [across, down] = placeOf(point, square);
      return marker(point, px(across), px(down), r);
    })
    .join('');
}

/** The same share of each class, in the order of the classes. */
function drawnPoints(points: readonly BoundaryPoint[]): readonly (readonly BoundaryPoint[])[] {
  const every = Math.max(1, Math.ceil(points.length / DRAWN));
  const labels = [...new Set(points.map((point) => point.label))].toSorted((a, b) => a - b);
  return labels.map((label) =>
    points.filter((point) => point.label === label).filter((_, i) => i % every === 0),
  );
}

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
      {points.length > 0 && <Points field={field} points={points} domain={domain} size={size} />}
    </div>
  );
}
