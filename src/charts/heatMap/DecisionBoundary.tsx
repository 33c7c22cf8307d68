import { memo, useLayoutEffect, useRef } from 'react';
import { paintClasses } from './paintMatrix.ts';
import type { ClassField } from './paintMatrix.ts';
import { usePalette } from './themeColours.ts';
import styles from './boundary.module.css';
import type { ChartSize } from '../types.ts';

export interface BoundaryPoint {
  readonly x: number;
  readonly y: number;
  /** Class, from 0. */
  readonly label: number;
}

export interface DecisionBoundaryProps {
  readonly field: ClassField;
  readonly points: readonly BoundaryPoint[];
  /** Of both axes. */
  readonly domain: readonly [lo: number, hi: number];
  /** Says what a glance would: which classes, how many are right. */
  readonly label: string;
  readonly stale: boolean;
  /** The square takes the whole width. */
  readonly size: ChartSize;
}

/** Class is shape as well as colour. */
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

const Points = memo(function Points(
  props: Pick<DecisionBoundaryProps, 'points' | 'domain' | 'size'>,
) {
  const { points, domain, size } = props;
  const [lo, hi] = domain;
  const side = size.width;
  const radius = Math.max(2, Math.min(size.rem * 0.24, side / 70));
  const labels = [...new Set(points.map((point) => point.label))].toSorted((a, b) => a - b);
  const d = (label: number): string =>
    points
      .filter((point) => point.label === label)
      .map((point) => {
        const x = Math.round(((point.x - lo) / (hi - lo)) * side * 10) / 10;
        const y = Math.round((1 - (point.y - lo) / (hi - lo)) * side * 10) / 10;
        return marker(point, x, y, radius);
      })
      .join('');
  return (
    <svg className={styles['points']} width={side} height={side} aria-hidden="true">
      {labels.map((label) => (
        <path key={label} data-class={label} d={d(label)} />
      ))}
    </svg>
  );
});

/** What the net answers over the plane, and the examples it learns from. */
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
      <Points points={points} domain={domain} size={size} />
    </div>
  );
}
