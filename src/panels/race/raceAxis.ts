/** The vertical axis of a race's charts. */
import { decadeDomain } from '../../charts/geometry/decades.ts';
import type { RaceAxis } from '../../charts/race/raceContext.ts';
import { niceStep } from '../../engine/math/niceStep.ts';
import type { RaceLaneState } from '../../store/state/types.ts';
import type { RaceValue } from './raceMarks.ts';

/**
 * Of losses: a little more than that of guessing, so that learning is what is seen. Where every lane stays above
 * it, as after inputs that were never scaled, up to where the lowest of them begins.
 */
function lossTop(races: readonly Pick<RaceLaneState, 'records'>[], chance: number): number {
  const usual = Math.ceil(chance * 2.6) / 2;
  const losses = races.flatMap(({ records }) => records.map(({ loss }) => loss));
  if (losses.some((loss) => loss <= usual)) return usual;
  const first = Math.min(...races.map(({ records }) => records[0]?.loss ?? Infinity));
  return Number.isFinite(first) ? niceStep(first * 1.1) : usual;
}

/** `chance`: the loss of guessing. */
export function raceAxis(
  value: RaceValue,
  races: readonly Pick<RaceLaneState, 'records'>[],
  chance: number,
): RaceAxis {
  switch (value) {
    case 'accuracy':
      return { kind: 'share', lo: 0, hi: 1 };
    case 'loss':
      return { kind: 'linear', lo: 0, hi: lossTop(races, chance) };
    case 'firstLayerGradient':
      return {
        kind: 'log',
        ...decadeDomain(races.flatMap(({ records }) => records.map((r) => r.firstLayerGradient))),
      };
  }
}
