/** Many seeds of one lane, per layer: the median, and the 5 % and 95 % quantiles. */
import { quantile } from '../../engine/math/quantile.ts';
import type { SeedBand } from '../../charts/byLayer/spread.ts';
import type { LaneState } from '../../store/state/types.ts';

/** `null` until there are enough samples for a band. */
export function seedBandOf(
  state: LaneState | undefined,
  pass: 'activationStd' | 'gradientStd' | 'similarity',
): SeedBand | null {
  const samples = state?.manySeeds?.results ?? [];
  if (samples.length < 3) return null;
  const depth = samples[0]?.activationStd.length ?? 0;
  const layers = Array.from({ length: depth }, (_, i) =>
    samples.map((sample) => sample[pass]?.[i] ?? Number.NaN).sort((a, b) => a - b),
  );
  const at = (level: number): number[] => layers.map((values) => quantile(values, level));
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}
