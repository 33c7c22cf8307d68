import { useId } from 'react';
import { activation } from '../../engine/rules/activations.ts';
import type { ActivationSpec, Histogram } from '../../engine/types.ts';
import { useFormat } from '../../i18n/I18n.tsx';
import type { PaperWidth } from './paperView.ts';

interface PaperCurveProps {
  readonly width: PaperWidth;
  readonly act: ActivationSpec;
  /** The axis runs from −reach to reach. */
  readonly reach: number;
  /** The measured histogram, drawn downwards; `null` leaves its place empty. */
  readonly sums: Histogram | null;
}

/** Size in the units of the drawing; the histogram hangs from the line between curve and ticks. */
const SIZES = {
  whole: { w: 600, h: 250, curve: 126 },
  half: { w: 290, h: 176, curve: 78 },
} as const satisfies Record<PaperWidth, object>;
const [LEFT, TOP, RIGHT] = [40, 10, 22];
const POINTS = 160;

/** An activation and its slope on paper, with room for a histogram under them. */
export function PaperCurve({ width, act, reach, sums }: PaperCurveProps) {
  const size = SIZES[width];
  const plot = { x: LEFT, y: TOP, w: size.w - LEFT - RIGHT, h: size.curve };
  const line = TOP + size.curve + 6;
  const foot = size.h - 28;
  const id = useId();
  const { plain } = useFormat();
  const { f, df } = activation(act.id).curve(act.params);
  const zs = Array.from({ length: POINTS + 1 }, (_, i) => (i / POINTS) * 2 * reach - reach);
  const values = zs.flatMap((z) => [f(z), df(z)]);
  const [lo, hi] = [Math.min(0, ...values), Math.max(1, ...values)];
  const x = (z: number): number => plot.x + ((z + reach) / (2 * reach)) * plot.w;
  const y = (value: number): number => plot.y + ((hi - value) / (hi - lo)) * plot.h;
  const path = (of: (z: number) => number): string =>
    zs.map((z, i) => `${i === 0 ? 'M' : 'L'}${x(z).toFixed(1)},${y(of(z)).toFixed(1)}`).join('');
  return (
    <svg viewBox={`0 0 ${size.w} ${size.h}`} aria-hidden>
      {[-1, -0.5, 0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={x(share * reach)} x2={x(share * reach)} y1={plot.y} y2={foot} data-rule />
          <text x={x(share * reach)} y={foot + 20} textAnchor="middle">
            {plain(share * reach)}
          </text>
        </g>
      ))}
      {[-1, 0, 1]
        .filter((value) => value >= lo)
        .map((value) => (
          <text key={value} x={plot.x - 7} y={y(value) + 5} textAnchor="end">
            {plain(value)}
          </text>
        ))}
      <path d={path(f)} data-drawn />
      <path d={path(df)} strokeDasharray="5 4" />
      <text x={plot.x + plot.w} y={y(f(reach)) + 16} textAnchor="end">
        f
      </text>
      <text x={x(0) + 8} y={y(df(0)) - 5}>
        f′
      </text>
      <clipPath id={id}>
        <rect x={plot.x} y={plot.y} width={plot.w} height={foot - plot.y} />
      </clipPath>
      {sums !== null && (
        <path d={hanging(sums, x, { line, foot })} clipPath={`url(#${id})`} data-shape />
      )}
      <path d={`M${plot.x},${line}h${plot.w}`} data-axis />
    </svg>
  );
}

/** The outline of a histogram that hangs from the line, its highest bin down to the foot. */
function hanging(
  { counts, lo, hi }: Histogram,
  x: (z: number) => number,
  { line, foot }: { readonly line: number; readonly foot: number },
): string {
  // All values are one.
  if (hi === lo) return `M${x(lo).toFixed(1)},${line}V${foot}`;
  const peak = Math.max(1, ...counts);
  const at = (i: number): string => x(lo + (i / counts.length) * (hi - lo)).toFixed(1);
  const steps = Array.from(
    counts,
    (count, i) => `V${(line + (count / peak) * (foot - line)).toFixed(1)}H${at(i + 1)}`,
  );
  return `M${at(0)},${line}${steps.join('')}V${line}`;
}
