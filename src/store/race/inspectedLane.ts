/**
 * A race at its playhead in the form of a lab's lane. Put into `lanes`, it is shown by the lab's panels without any
 * change to them.
 */
import { firstAllZero, firstNonFinite } from '../../engine/measure/verdict.ts';
import type { Inspection } from '../../engine/train/inspect.ts';
import type { RunId } from '../../worker/client.ts';
import { problemOf, sent, WANTED } from '../state/requests.ts';
import type { LaneState, RaceLaneState } from '../state/types.ts';

const askedOf = ({ asked }: RaceLaneState): LaneState['asked'] => ({
  config: asked.config.experiment,
  domains: asked.domains,
  key: asked.key,
});

/** The lane before the first inspection of the race; the picture of the race before stays. */
export function uninspectedLane(race: RaceLaneState, before: LaneState | undefined): LaneState {
  const asked = askedOf(race);
  if (before?.asked.key === asked.key && before.asked.domains === asked.domains) return before;
  return {
    asked,
    request: problemOf(race.request) === null ? WANTED : race.request,
    shown: before?.shown ?? null,
    draftOf: null,
    manySeeds: null,
  };
}

/** The lane as the inspection `runId` found it. */
export function inspectedLane(
  race: RaceLaneState,
  runId: RunId,
  { input, layers, verdict, loss }: Inspection,
): LaneState {
  const { config, domains, key } = askedOf(race);
  return {
    asked: { config, domains, key },
    request: sent(runId),
    shown: {
      runId,
      config,
      domains,
      input,
      layers,
      outcome: {
        output: null,
        loss,
        firstNonFiniteLayer: firstNonFinite(layers),
        firstAllZeroLayer: firstAllZero(layers),
        verdict,
        notes: [],
        notices: [],
      },
      ms: 0,
      done: layers.length,
      total: layers.length,
    },
    draftOf: null,
    manySeeds: null,
  };
}
