/**
 * A race at its playhead in the form of a lab's lane: put into `lanes`, it lets every panel of the lab show
 * a race without knowing it.
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

/** Before the race has been looked at; the picture of the one before it stays. */
export function uninspectedLane(race: RaceLaneState, before: LaneState | undefined): LaneState {
  const asked = askedOf(race);
  if (before?.asked.key === asked.key && before.asked.domains === asked.domains) return before;
  return {
    asked,
    request: problemOf(race.request) === null ? WANTED : race.request,
    shown: before?.shown ?? null,
    manySeeds: null,
  };
}

/** As the inspection of this run found it. */
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
    manySeeds: null,
  };
}
