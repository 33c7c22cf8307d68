import type { LayerStats } from '../../engine/types.ts';
import { decadeDomain, decadeTicks } from '../../charts/geometry/decades.ts';
import type { DecadeDomain } from '../../charts/geometry/decades.ts';
import { shownLayers } from '../../charts/maps/shownLayers.ts';
import { PaperPlot } from './PaperPlot.tsx';
import type { PaperTick } from './PaperPlot.tsx';
import type { PaperView } from './paperView.ts';

/** A quantity by layer: on decades, with a row for exact zero below them, or as a share. */
export interface ByLayer {
  readonly of: (stats: LayerStats) => number | null;
  readonly direction: 'forward' | 'backward';
  /** `share`: from 0 to 1. */
  readonly axis: DecadeDomain | 'share';
  /** Lanes to draw; all by default. */
  readonly lanes?: readonly number[];
}

/** Height of the row for exact zero, as a share of the decades. */
const ROW = 0.16;
/** Where in it zero is, and the end of an axis of shares: a line there must not lie on the frame. */
const ZERO = 0.03;
const FULL = 1.04;
/** The decades of axes to draw on, which must not give the answer away. */
export const USUAL: DecadeDomain = { lo: -16, hi: 4 };
/** Those of float32, with subnormal numbers. */
export const FLOAT32: DecadeDomain = { lo: -45, hi: 39 };

/** The decades that hold this quantity of all lanes. */
export const decadesOf = (
  { facts, isEmpty }: PaperView,
  of: readonly ByLayer['of'][],
): DecadeDomain =>
  isEmpty
    ? USUAL
    : decadeDomain(
        facts.lanes.flatMap((lane) =>
          (lane?.layers ?? []).flatMap((stats) => of.map((each) => each(stats))),
        ),
      );

export const depthOf = ({ lab }: PaperView): number =>
  Math.max(...lab.lanes.map(({ overrides }) => overrides.depth ?? lab.settings.depth));

export function ByLayerFigure({
  view,
  plot,
}: {
  readonly view: PaperView;
  readonly plot: ByLayer;
}) {
  const { format, facts, names, isEmpty, width } = view;
  const { of, direction, axis } = plot;
  const depth = depthOf(view);
  const at = (layer: number): number => (layer - 1) / Math.max(1, depth - 1);
  const x = shownLayers(depth, width === 'whole' ? 10 : 5).map((layer): PaperTick => [
    at(layer),
    format.integer(layer),
  ]);
  const span = axis === 'share' ? 1 : (axis.hi - axis.lo) * (1 + ROW);
  const up = (value: number): number => {
    if (axis === 'share') return value / FULL;
    return value === 0 ? ZERO : (Math.log10(value) - axis.lo + (axis.hi - axis.lo) * ROW) / span;
  };
  const y: readonly PaperTick[] =
    axis === 'share'
      ? [0, 0.25, 0.5, 0.75, 1].map((share) => [share / FULL, format.plain(share)])
      : [
          [ZERO, format.integer(0)],
          ...decadeTicks(axis, 6).map((decade): PaperTick => [
            up(10 ** decade),
            format.plain(10 ** decade),
          ]),
        ];
  const lines = names
    .map((name, lane) => ({ name, lane }))
    .filter(({ lane }) => plot.lanes?.includes(lane) ?? true)
    .map(({ name, lane }) => ({
      name,
      points: isEmpty
        ? []
        : (facts.lanes[lane]?.layers ?? []).map((stats) => {
            const value = of(stats);
            if (value === null || Number.isNaN(value)) return null;
            return [at(stats.layer), value === Infinity ? 2 : up(value)] as const;
          }),
    }));
  return (
    <PaperPlot
      width={width}
      x={x}
      y={y}
      lines={isEmpty ? [] : lines}
      named={direction === 'forward' ? 'right' : 'left'}
    />
  );
}
