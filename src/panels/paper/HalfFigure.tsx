import { useId } from 'react';
import { hatchPath } from '../../charts/geometry/hatchPath.ts';
import { stepPath } from '../../charts/geometry/histogramPath.ts';
import { useHalfWords } from '../../i18n/half/words.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import type { PaperView } from './paperView.ts';

const PLOT = { x: 20, y: 6, w: 330, h: 130 } as const;
const BARS = { x: 400, w: 150, y: 22, pitch: 32, h: 14 } as const;

interface HalfFigureProps {
  readonly view: PaperView;
  readonly lane: number;
}

/** The part of a layer's sums that ReLU sets to zero, hatched, and what is left of the mean square. */
export function HalfFigure({ view: { format, facts }, lane: index }: HalfFigureProps) {
  const lane = facts.lanes[index];
  const half = useHalfWords();
  const id = useId();
  const first = lane?.layers[0]?.preActivations;
  if (lane == null || first === undefined) return null;
  const { lo, hi, counts } = first.shared;
  const base = PLOT.y + PLOT.h;
  const at = (z: number): number => PLOT.x + ((z - lo) / (hi - lo)) * PLOT.w;
  const d = stepPath(counts, { left: at(lo), right: at(hi), base, height: PLOT.h - 22 });
  const shares = [1, ...lane.layers.map(({ activations }) => (activations.rms / first.rms) ** 2)];
  return (
    <svg viewBox="0 0 600 166" aria-hidden>
      <defs>
        <clipPath id={`${id}-under`}>
          <path d={`${d}V${base}Z`} />
        </clipPath>
        <clipPath id={`${id}-left`}>
          <rect x={PLOT.x} y={0} width={at(0) - PLOT.x} height={base} />
        </clipPath>
      </defs>
      <path d={d} data-drawn />
      <g clipPath={`url(#${id}-left)`}>
        <path d={hatchPath(PLOT.x, 0, at(0) - PLOT.x, base, 7)} clipPath={`url(#${id}-under)`} />
      </g>
      <path d={`M${PLOT.x},${base}h${PLOT.w}M${at(0)},${PLOT.y}V${base}`} data-axis />
      {[lo, 0, hi].map((z) => (
        <text key={z} x={at(z)} y={base + 18} textAnchor="middle">
          {format.plain(z)}
        </text>
      ))}
      <text x={PLOT.x} y={PLOT.y + 10}>
        {inOwnDirection(half.dropped)}
      </text>
      <text x={PLOT.x + PLOT.w} y={PLOT.y + 10} textAnchor="end">
        {inOwnDirection(half.kept)}
      </text>
      {shares.map((share, i) => {
        const y = BARS.y + i * BARS.pitch;
        return (
          <g key={i === 0 ? 'z' : `h${i}`}>
            <text x={BARS.x - 8} y={y + 12} textAnchor="end">
              {i === 0 ? 'z' : 'h'}
              <tspan dy="-4" fontSize="9">
                [{Math.max(1, i)}]
              </tspan>
            </text>
            <rect x={BARS.x} y={y} width={BARS.w * share} height={BARS.h} data-solid />
            <text x={BARS.x + BARS.w * share + 7} y={y + 12}>
              {format.plain(share)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
