/** Many seeds of one lane, per layer: the median, and the 5 % and 95 % quantiles. */
import { ascending } from '../../engine/math/ascending.ts';
import { quantile } from '../../engine/math/quantile.ts';
import type { SeedBand } from '../../charts/byLayer/spread.ts';
import type { LaneState } from '../../store/state/types.ts';

type Pass = 'activationStd' | 'gradientStd' | 'similarity';

/** `null` until there are enough samples for a band, or if this was not measured. */
export function seedBandOf(state: LaneState | undefined, pass: Pass): SeedBand | null {
  const samples = (state?.manySeeds?.results ?? []).flatMap((sample) => {
    const values = sample[pass];
    return values === null ? [] : [values];
  });
  const [first] = samples;
  if (first === undefined || samples.length < 3) return null;
  const layers = first.map((_, i) => {
    const values = samples.map((sample) => sample[i] ?? Number.NaN);
    // A spread over no finite value is infinite, as `spreadOf` has it; a similarity is missing.
    return ascending(pass === 'similarity' ? values.filter((each) => !Number.isNaN(each)) : values);
  });
  const at = (level: number): number[] => layers.map((values) => quantile(values, level));
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}
