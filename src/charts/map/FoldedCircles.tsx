import { useEffect, useState } from 'react';
import type { FoldedCircle } from '../../engine/map/circle.ts';
import { linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import styles from './map.module.css';

interface FoldedCirclesProps {
  readonly circles: readonly FoldedCircle[];
  /** Under each: which layer, and what the three components hold. */
  readonly caption: (circle: FoldedCircle) => string;
  readonly label: (circle: FoldedCircle) => string;
  readonly turning: boolean;
}

const SIDE = 100;
/** Radians a second: once around in half a minute. */
const SPEED = 0.2;
/** The view from a little above. */
const TILT = 0.45;

/** Seen from an angle around the first component's axis; what is behind is not hidden. */
function project({ points }: FoldedCircle, angle: number): readonly Point[] {
  const count = points.length / 3;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [up, away] = [Math.cos(TILT), Math.sin(TILT)];
  return Array.from({ length: count }, (_, i) => {
    const [x = 0, y = 0, z = 0] = points.subarray(i * 3, i * 3 + 3);
    const [turned, depth] = [x * cos - y * sin, x * sin + y * cos];
    return [SIDE / 2 + turned * SIDE * 0.42, SIDE / 2 - (z * up + depth * away) * SIDE * 0.42];
  });
}

/** The angle now; it stands still where the reader wants less motion, or nobody looks. */
function useTurn(turning: boolean): number {
  const [angle, setAngle] = useState(0.6);
  useEffect(() => {
    if (!turning || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
    let last = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      // 20 pictures a second are enough for so slow a turn.
      if (now - last > 50) {
        setAngle((old) => old + (SPEED * (now - last)) / 1000);
        last = now;
      }
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [turning]);
  return angle;
}

/** A circle of inputs after several layers, turning: its two halves in two colours, a dot where it begins. */
export function FoldedCircles({ circles, caption, label, turning }: FoldedCirclesProps) {
  const angle = useTurn(turning);
  return (
    <div className={styles['circles']} dir="ltr">
      {circles.map((circle) => {
        const points = project(circle, angle);
        const half = points.length / 2;
        const [begin] = points;
        return (
          <div key={circle.layer}>
            <svg
              className={styles['circle']}
              viewBox={`0 0 ${SIDE} ${SIDE}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn here
              role="img"
              aria-label={label(circle)}
            >
              <path
                className={styles['loop']}
                d={linePath(points.slice(0, half + 1))}
                vectorEffect="non-scaling-stroke"
              />
              <path
                className={styles['loop']}
                data-half={1}
                d={linePath([...points.slice(half), begin ?? null])}
                vectorEffect="non-scaling-stroke"
              />
              {begin !== undefined && (
                <circle className={styles['begin']} cx={begin[0]} cy={begin[1]} r={2} />
              )}
            </svg>
            <p className={styles['small']}>
              <bdi>{caption(circle)}</bdi>
            </p>
          </div>
        );
      })}
    </div>
  );
}
