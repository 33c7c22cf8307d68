import { arrowHead } from '../geometry/arrowHead.ts';
import { clipLine } from '../geometry/clipLine.ts';
import type { LinePlace } from '../geometry/clipLine.ts';
import { isOnAxis, logPlace } from '../geometry/logRows.ts';
import type { LogRows } from '../geometry/logRows.ts';
import layers from '../frame/chart.module.css';
import { dotPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';

interface SketchMeasuredProps {
  readonly values: readonly number[];
  readonly rows: LogRows;
  readonly sx: (layer: number) => number;
  readonly sy: (decade: number) => number;
  readonly rem: number;
}

/** The measured values: a line clipped at the ends of the axis; zeros are hollow dots on their row. */
export function SketchMeasured({ values, rows, sx, sy, rem }: SketchMeasuredProps) {
  const pixel = ({ index, value }: LinePlace): Point => [sx(index + 1), sy(value)];
  const { parts, exits } = clipLine(
    values.map((value) => (isOnAxis(value) ? Math.log10(value) : null)),
    rows.lo,
    rows.hi,
  );
  const row = (what: number): readonly (Point | null)[] =>
    values.map((value, index) =>
      value === what ? pixel({ index, value: logPlace(value, rows) ?? 0 }) : null,
    );
  const inside = values.map((value, index): Point | null => {
    const decade = logPlace(value, rows);
    if (decade === null || !isOnAxis(value) || decade < rows.lo || decade > rows.hi) return null;
    return pixel({ index, value: decade });
  });
  return (
    <>
      <path
        className={layers['line']}
        d={[...parts.map((part) => part.map(pixel)), row(0), row(Infinity)].map(linePath).join('')}
      />
      <path
        className={layers['arrow']}
        d={exits.map((exit) => arrowHead(pixel(exit.from), pixel(exit), rem * 0.6)).join('')}
      />
      <path
        className={layers['dots']}
        strokeWidth={rem * 0.3}
        d={dotPath([...inside, ...row(0), ...row(Infinity)])}
      />
      <path className={layers['holes']} strokeWidth={rem * 0.16} d={dotPath(row(0))} />
    </>
  );
}
