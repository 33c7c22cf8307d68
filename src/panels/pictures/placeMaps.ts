/** The mean squares of a lane's layers as maps. */
import type { LayerMap } from '../../charts/maps/LayerMaps.tsx';
import type { LayerStats, PlaceSquares } from '../../engine/types.ts';
import type { HistogramScale } from '../../charts/types.ts';

export type SquaresOf = 'activations' | 'gradients';

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Index of a place in the middle of the picture. */
const middleOf = (side: number): number => (side >> 1) * (side + 1);

export interface PlaceReading {
  readonly layer: number;
  readonly mean: number;
  readonly corner: number;
  readonly middle: number;
}

/** `null` while the layer has no results yet, or where it has no places. */
export function squaresOf(stats: LayerStats | undefined, of: SquaresOf): readonly number[] | null {
  const places: PlaceSquares | null = stats?.places ?? null;
  return places === null ? null : places[of];
}

/** Mean square over the picture, in its corner and in its middle; `null` where there are no places. */
export function placeReading(stats: LayerStats | undefined, of: SquaresOf): PlaceReading | null {
  const squares = squaresOf(stats, of);
  if (stats === undefined || squares === null) return null;
  const side = stats.places?.side ?? 1;
  return {
    layer: stats.layer,
    mean: mean(squares),
    corner: squares[0] ?? Number.NaN,
    middle: squares[middleOf(side)] ?? Number.NaN,
  };
}

/** Largest finite value in the first layer of each lane (of gradients, the last), where the signal enters. */
export function sharedLimit(lanes: readonly (readonly LayerStats[])[], of: SquaresOf): number {
  const firsts = lanes.flatMap((layers) => {
    const found =
      of === 'activations' ? layers[0] : layers.findLast(({ places }) => places?.gradients);
    return squaresOf(found, of) ?? [];
  });
  const finite = firsts.filter(Number.isFinite);
  return finite.length === 0 ? 1 : Math.max(...finite);
}

export function layerMaps(
  layers: readonly LayerStats[],
  shown: readonly number[],
  of: SquaresOf,
  scale: HistogramScale,
  limit: number,
): readonly LayerMap[] {
  return shown.flatMap((layer) => {
    const values = squaresOf(layers[layer - 1], of);
    if (values === null) return [];
    const own = Math.max(...values.filter(Number.isFinite), 0);
    return [{ layer, mean: mean(values), limit: scale === 'same' ? limit : own, values }];
  });
}
