/** The vertical axis of a race's charts. */
import { decadeDomain } from '../../charts/geometry/decades.ts';
import type { RaceAxis } from '../../charts/race/raceContext.ts';
import { niceStep } from '../../engine/math/niceStep.ts';
import type { RaceLaneState } from '../../store/state/types.ts';
import type { RaceValue } from './raceMarks.ts';

/**
 * Top of the axis of losses: a little above the loss of guessing, so that learning fills the chart. If every lane
 * stays above that, as with unscaled inputs, the axis reaches the lowest first loss.
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
