import { useEffect, useState } from 'react';
import type { FoldedCircle } from '../../engine/map/circle.ts';
import { linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import styles from './map.module.css';

interface FoldedCirclesProps {
  readonly circles: readonly FoldedCircle[];
  /** Text under each picture: the layer, and the share of the three components. */
  readonly caption: (circle: FoldedCircle) => string;
  readonly label: (circle: FoldedCircle) => string;
  readonly turning: boolean;
}

const SIDE = 100;
/** Radians per second: one turn in half a minute. */
const SPEED = 0.2;
/** Angle of the view from above, in radians. */
const TILT = 0.45;

/** Projection of the points, seen from an angle in radians around the axis of the first component. */
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

/** The current angle; constant if the reader prefers reduced motion, or `turning` is false. */
function useTurn(turning: boolean): number {
  const [angle, setAngle] = useState(0.6);
  useEffect(() => {
    if (!turning || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
    let last = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      // 20 frames per second are enough for such a slow turn.
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

/** A circle of inputs after several layers, rotating: its halves have two colours, and a dot marks its start. */
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
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an inline SVG cannot be an img element
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
