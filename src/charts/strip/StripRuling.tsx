import { hatchId, useLayers, useRows, useStrip } from './stripContext.ts';
import { isLabelled, labelStep } from '../geometry/ticks.ts';
import styles from './strip.module.css';

interface StripRulingProps {
  readonly rules: readonly number[];
  readonly labels: boolean;
}

/** Hairlines below the rows, and the layer numbers to their left. */
export function StripRuling({ rules, labels }: StripRulingProps) {
  const layers = useLayers();
  const { id, rem, format } = useStrip();
  const { left, right, top, x, bottom, pitch } = useRows();
  const rows = Array.from({ length: layers }, (_, i) => i + 1);
  const step = labelStep(pitch, rem);
  const vertical = rules.map((value) => `M${x(value)},${top}v${pitch * layers}`);
  const bases = pitch < 10 ? [] : rows.map((row) => `M${left},${bottom(row)}h${right - left}`);
  return (
    <g aria-hidden="true">
      <defs>
        <pattern id={hatchId(id)} width="5" height="5" patternUnits="userSpaceOnUse">
          <path className={styles['hatching']} d="M-1,1l2,-2M0,5l5,-5M4,6l2,-2" />
        </pattern>
      </defs>
      <path className={styles['rule']} d={[...vertical, ...bases].join('')} />
      {labels &&
        rows
          .filter((row) => isLabelled(row, layers, step))
          .map((row) => (
            <text
              key={row}
              className={styles['layer']}
              x={left - rem}
              y={bottom(row) - pitch / 2}
              dy="0.36em"
            >
              {format.integer(row)}
            </text>
          ))}
    </g>
  );
}
