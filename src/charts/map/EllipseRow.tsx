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
/** The unit circle's radius; what grows beyond the picture leaves it. */
const UNIT = 26;

/** What a circle around an input becomes in a net of two units, layer after layer, beside the circle it was. */
export function EllipseRow({ found, tone, caption, label }: EllipseRowProps) {
  return (
    <div className={styles['circles']} dir="ltr">
      <VisuallyHidden>{label}</VisuallyHidden>
      {found.map((ellipse) => {
        const [[a, b], minor] = ellipse.axes;
        const turn = (Math.atan2(-b, a) * 180) / Math.PI;
        return (
          <div key={ellipse.layer} data-tone={tone}>
            <svg className={styles['circle']} viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden>
              <circle
                className={styles['unit']}
                cx={SIDE / 2}
                cy={SIDE / 2}
                r={UNIT}
                vectorEffect="non-scaling-stroke"
              />
              <ellipse
                className={styles['ellipse']}
                rx={UNIT * Math.hypot(a, b)}
                ry={UNIT * Math.hypot(...minor)}
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
