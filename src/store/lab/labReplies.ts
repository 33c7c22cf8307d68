/** Applies a batch of replies to the lanes: pure functions, one new state per frame. */
import { withBackward } from '../../engine/experiment/backwardStats.ts';
import type { LayerStats } from '../../engine/types.ts';
import type { Reply, RunError, RunId, SeedSample } from '../../worker/client.ts';
import type { ManySeeds, Request } from '../state/requests.ts';
import type { Asked, LaneState, ProbedWeights, Shown, State } from '../state/types.ts';

export const newLane = (asked: Asked, request: Request): LaneState => ({
  asked,
  request,
  shown: null,
  draftOf: null,
  manySeeds: null,
});

/** The lane's picture for run `runId`, begun from the picture of the run before. */
function shownOf({ asked, shown }: LaneState, runId: RunId): Shown {
  if (shown?.runId === runId) return shown;
  const { config, domains } = asked;
  return {
    runId,
    config,
    domains,
    input: shown?.input ?? null,
    layers: (shown?.layers ?? []).slice(0, config.depth),
    outcome: shown?.outcome ?? null,
    ms: null,
    done: 0,
    total: config.depth * (config.backward ? 2 : 1),
  };
}

/** A new layer keeps the old one's gradients on the screen until its own arrive. */
function withLayer(
  layers: readonly LayerStats[],
  stats: LayerStats,
  backward: boolean,
): LayerStats[] {
  const next = [...layers];
  const before = next[stats.layer - 1];
  next[stats.layer - 1] = backward
    ? {
        ...stats,
        gradients: before?.gradients ?? null,
        weightGradients: before?.weightGradients ?? null,
      }
    : stats;
  return next;
}

const failed = (lane: LaneState, runId: RunId, problem: RunError): LaneState => ({
  ...lane,
  request: { kind: 'failed', runId, problem },
});

function answer(lane: LaneState, reply: Reply): LaneState {
  const shown = shownOf(lane, reply.runId);
  switch (reply.type) {
    case 'input':
      return { ...lane, shown: { ...shown, input: reply.input } };
    case 'layer': {
      const layers = withLayer(shown.layers, reply.stats, shown.config.backward);
      return { ...lane, shown: { ...shown, layers, done: reply.done, total: reply.total } };
    }
    case 'backward': {
      const layers = [...shown.layers];
      const before = layers[reply.stats.layer - 1];
      if (before !== undefined) layers[reply.stats.layer - 1] = withBackward(before, reply.stats);
      return { ...lane, shown: { ...shown, layers, done: reply.done, total: reply.total } };
    }
    case 'done': {
      const { ms, outcome } = reply;
      return { ...lane, shown: { ...shown, ms, outcome, done: shown.total } };
    }
    case 'failed':
      return failed(lane, reply.runId, reply.error);
    default:
      return lane;
  }
}

function answerManySeeds(lane: LaneState, band: ManySeeds<SeedSample>, reply: Reply): LaneState {
  if (reply.type === 'seedBand') {
    return { ...lane, manySeeds: { ...band, results: [...band.results, reply.sample] } };
  }
  if (reply.type !== 'failed' || lane.request.kind !== 'sent') return lane;
  return failed(lane, lane.request.runId, reply.error);
}

/** Replies to runs that are no longer wanted change nothing. */
export function applyReplies(
  lanes: readonly LaneState[],
  replies: readonly Reply[],
): readonly LaneState[] {
  const next = [...lanes];
  for (const reply of replies) {
    const lane = next[reply.lane];
    if (lane === undefined) continue;
    const { request, manySeeds } = lane;
    if (request.kind === 'sent' && request.runId === reply.runId) {
      next[reply.lane] = answer(lane, reply);
    } else if (manySeeds?.runId === reply.runId) {
      next[reply.lane] = answerManySeeds(lane, manySeeds, reply);
    }
  }
  return next;
}

/** Adds the matrices that have arrived; returns the same object if none has. */
export function applyWeights(
  weights: State['weights'],
  replies: readonly Reply[],
): State['weights'] {
  const come = replies.flatMap((reply): [number, ProbedWeights][] => {
    const probed = weights[reply.lane];
    if (reply.type !== 'weights' || probed?.runId !== reply.runId) return [];
    return [[reply.lane, { ...probed, sample: reply.sample }]];
  });
  return come.length === 0 ? weights : { ...weights, ...Object.fromEntries(come) };
}
