/** What a batch of replies does to the races: pure, one new state a frame. */
import type { Inspection } from '../../engine/train/inspect.ts';
import { firstAllZero, firstNonFinite } from '../../engine/measure/verdict.ts';
import type { Reply } from '../../worker/client.ts';
import type { LaneState, RaceLaneState, State } from '../state/types.ts';

function answer(race: RaceLaneState, reply: Reply): RaceLaneState {
  switch (reply.type) {
    case 'record': {
      const last = race.records.at(-1)?.step ?? -1;
      if (reply.record.step <= last) return race;
      return { ...race, records: [...race.records, reply.record] };
    }
    case 'ended':
      return { ...race, outcome: reply.outcome };
    case 'failed':
      return { ...race, problem: reply.error };
    default:
      return race;
  }
}

/** Replies to what nobody waits for any more change nothing. */
export function raced(
  races: readonly RaceLaneState[],
  replies: readonly Reply[],
): readonly RaceLaneState[] {
  const next = [...races];
  let changed = false;
  for (const reply of replies) {
    const race = next[reply.lane];
    if (race === undefined) continue;
    let after = race;
    if (race.asked?.runId === reply.runId) after = answer(race, reply);
    else if (race.seeds?.runId === reply.runId && reply.type === 'trained') {
      after = { ...race, seeds: { ...race.seeds, runs: [...race.seeds.runs, reply.run] } };
    }
    if (after === race) continue;
    next[reply.lane] = after;
    changed = true;
  }
  return changed ? next : races;
}

/** Puts a look where the lab's own panels find it. */
export function inspected(
  { races, lanes, probes, weights }: State,
  index: number,
  inspection: Inspection,
): Partial<State> {
  const race = races[index];
  const lane = lanes[index];
  if (race === undefined || lane?.asked == null) return {};
  const { runId, config, domains } = lane.asked;
  const { input, layers, verdict, loss, matrix } = inspection;
  const shown: LaneState['shown'] = {
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
  };
  const seen = probes[index] !== undefined && matrix !== null;
  return {
    races: races.with(index, { ...race, inspection }),
    lanes: lanes.with(index, { ...lane, shown }),
    weights: seen ? { ...weights, [index]: { runId, key: '', sample: matrix } } : weights,
  };
}
