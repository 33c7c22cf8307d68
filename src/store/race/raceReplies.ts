/** Applies a batch of replies to the races: pure functions, one new state per frame. */
import { isRecorded } from '../../engine/train/testSet.ts';
import type { Reply } from '../../worker/client.ts';
import type { Request } from '../state/requests.ts';
import type { RaceLaneState } from '../state/types.ts';

export const newRace = (asked: RaceLaneState['asked'], request: Request): RaceLaneState => ({
  asked,
  request,
  records: [],
  early: [],
  outcome: null,
  manySeeds: null,
  inspection: null,
});

function answer(race: RaceLaneState, reply: Reply): RaceLaneState {
  switch (reply.type) {
    case 'record': {
      const { record } = reply;
      const list = isRecorded(record.step, race.asked.config.train.steps) ? 'records' : 'early';
      const last = race[list].at(-1);
      if (last !== undefined && record.step <= last.step) return race;
      return { ...race, [list]: [...race[list], record] };
    }
    case 'ended':
      return { ...race, outcome: reply.outcome };
    case 'failed': {
      const { runId, error } = reply;
      return { ...race, request: { kind: 'failed', runId, problem: error } };
    }
    default:
      return race;
  }
}

function answerOf(race: RaceLaneState, reply: Reply): RaceLaneState {
  const { request, manySeeds } = race;
  if (request.kind === 'sent' && request.runId === reply.runId) return answer(race, reply);
  if (reply.type !== 'trained' || manySeeds?.runId !== reply.runId) return race;
  return { ...race, manySeeds: { ...manySeeds, results: [...manySeeds.results, reply.run] } };
}

/** Replies to requests that were dropped change nothing. */
export function applyRaceReplies(
  races: readonly RaceLaneState[],
  replies: readonly Reply[],
): readonly RaceLaneState[] {
  return replies.reduce((all, reply) => {
    const race = all[reply.lane];
    const next = race === undefined ? race : answerOf(race, reply);
    return next === undefined || next === race ? all : all.with(reply.lane, next);
  }, races);
}
