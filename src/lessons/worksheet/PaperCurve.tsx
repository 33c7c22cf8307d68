import { activation } from '../../engine/rules/activations.ts';
import type { Histogram } from '../../engine/types.ts';
import { useFormat } from '../../i18n/I18n.tsx';
import type { CurvePicture } from './paperPictures.ts';

interface PaperCurveProps {
  readonly picture: CurvePicture;
  /** The measured histogram, drawn downwards; `null` leaves its place empty. */
  readonly sums: Histogram | null;
}

/** Size in the units of the drawing; the histogram hangs from the line between curve and ticks. */
const SIZE = { w: 600, h: 250 } as const;
const PLOT = { x: 52, y: 10, w: 536, h: 126 } as const;
const LINE = PLOT.y + PLOT.h + 6;
const FOOT = 222;
const POINTS = 160;

/** An activation and its slope on paper, with room for a histogram under them. */
export function PaperCurve({ picture: { act, reach }, sums }: PaperCurveProps) {
  const { plain } = useFormat();
  const { f, df } = activation(act.id).curve(act.params);
  const zs = Array.from({ length: POINTS + 1 }, (_, i) => (i / POINTS) * 2 * reach - reach);
  const values = zs.flatMap((z) => [f(z), df(z)]);
  const [lo, hi] = [Math.min(0, ...values), Math.max(1, ...values)];
  const x = (z: number): number => PLOT.x + ((z + reach) / (2 * reach)) * PLOT.w;
  const y = (value: number): number => PLOT.y + ((hi - value) / (hi - lo)) * PLOT.h;
  const path = (of: (z: number) => number): string =>
    zs.map((z, i) => `${i === 0 ? 'M' : 'L'}${x(z).toFixed(1)},${y(of(z)).toFixed(1)}`).join('');
  return (
    <svg viewBox={`0 0 ${SIZE.w} ${SIZE.h}`} aria-hidden>
      {[-1, -0.5, 0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={x(share * reach)} x2={x(share * reach)} y1={PLOT.y} y2={FOOT} data-rule />
          <text x={x(share * reach)} y={FOOT + 20} textAnchor="middle">
            {plain(share * reach)}
          </text>
        </g>
      ))}
      {[0, 1].map((value) => (
        <text key={value} x={PLOT.x - 7} y={y(value) + 5} textAnchor="end">
          {plain(value)}
        </text>
      ))}
      <path d={path(f)} data-drawn />
      <path d={path(df)} strokeDasharray="5 4" />
      <text x={PLOT.x + PLOT.w} y={y(f(reach)) + 16} textAnchor="end">
        f
      </text>
      <text x={x(0) + 8} y={y(df(0)) - 5}>
        f′
      </text>
      {sums !== null && <path d={hanging(sums, x)} data-drawn />}
      <path d={`M${PLOT.x},${LINE}h${PLOT.w}`} data-axis />
    </svg>
  );
}

/** The outline of a histogram that hangs from the line, its highest bin down to the foot. */
function hanging({ counts, lo, hi }: Histogram, x: (z: number) => number): string {
  const peak = Math.max(1, ...counts);
  const at = (i: number): string => x(lo + (i / counts.length) * (hi - lo)).toFixed(1);
  const steps = Array.from(
    counts,
    (count, i) => `V${(LINE + (count / peak) * (FOOT - LINE)).toFixed(1)}H${at(i + 1)}`,
  );
  return `M${at(0)},${LINE}${steps.join('')}V${LINE}`;
}
