import type { Ellipse } from '../../engine/map/jacobian.ts';
import type { Tone } from '../types.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './map.module.css';

interface EllipseRowProps {
  readonly found: readonly Ellipse[];
  readonly tone: Tone;
  readonly caption: (ellipse: Ellipse) => string;
  readonly label: string;
}

const SIDE = 100;
/** Radius of the unit circle in the picture; curves that grow too large are cut off at its edge. */
const UNIT = 26;
/** Least semi-axis: an ellipse of width 0, where a direction is lost, is a line, and one lost in all directions a dot. */
const LEAST = 0.6;

/** The image of a circle around an input after each layer of a net with two units, with the original circle. */
export function EllipseRow({ found, tone, caption, label }: EllipseRowProps) {
  return (
    <div className={styles['circles']} dir="ltr">
      <VisuallyHidden>{label}</VisuallyHidden>
      {found.map((ellipse) => {
        const [[a, b], minor] = ellipse.axes;
        const turn = (Math.atan2(-b, a) * 180) / Math.PI;
        return (
          <div key={ellipse.layer} data-tone={tone}>
            <svg className={styles['circle']} data-cut viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden>
              <circle
                className={styles['unit']}
                cx={SIDE / 2}
                cy={SIDE / 2}
                r={UNIT}
                vectorEffect="non-scaling-stroke"
              />
              <ellipse
                className={styles['ellipse']}
                rx={Math.max(LEAST, UNIT * Math.hypot(a, b))}
                ry={Math.max(LEAST, UNIT * Math.hypot(...minor))}
                transform={`translate(${SIDE / 2} ${SIDE / 2}) rotate(${turn})`}
                vectorEffect="non-scaling-stroke"
              />
            </svg>
            <p className={styles['small']}>
              <bdi>{caption(ellipse)}</bdi>
            </p>
          </div>
        );
      })}
    </div>
  );
}
