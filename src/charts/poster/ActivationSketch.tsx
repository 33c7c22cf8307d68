import { linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import styles from './poster.module.css';

interface ActivationSketchProps {
  readonly name: string;
  readonly f: (x: number) => number;
  readonly df: (x: number) => number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The curve is drawn over −REACH … REACH, from −1 to TOP. */
const REACH = 3;
const TOP = 2;
const POINTS = 61;
const HEIGHT = 26;

/** An activation at the start of its row, with its derivative dashed. */
export function ActivationSketch({ name, f, df, x, y, width }: ActivationSketchProps) {
  const top = y + 16;
  const px = (z: number): number => x + ((z + REACH) / (2 * REACH)) * width;
  const py = (value: number): number => top + ((TOP - value) / (TOP + 1)) * HEIGHT;
  const curve = (of: (z: number) => number): string =>
    linePath(
      Array.from({ length: POINTS }, (_, i): Point | null => {
        const z = -REACH + (2 * REACH * i) / (POINTS - 1);
        const value = of(z);
        return value > TOP ? null : [px(z), py(value)];
      }),
    );
  return (
    <g>
      <text className={styles['row']} x={x} y={y + 9}>
        {name}
      </text>
      <path className={styles['axis']} d={`M${x},${py(0)}h${width}M${px(0)},${top}v${HEIGHT}`} />
      <path className={styles['slope']} d={curve(df)} />
      <path className={styles['curve']} d={curve(f)} />
      <text className={styles['key']} x={x} y={top + HEIGHT + 6}>
        — f ┄ f′
      </text>
    </g>
  );
}
