/** What a batch of replies does to the lanes: pure, one new state a frame. */
import { withBackward } from '../../engine/experiment/propagate.ts';
import type { LayerStats } from '../../engine/types.ts';
import type { Reply } from '../../worker/client.ts';
import type { LaneState, Shown } from '../state/types.ts';

/** The picture so far, now of the run that was asked for. */
function begun(lane: LaneState): Shown | null {
  const { asked, shown } = lane;
  if (asked === null) return null;
  if (shown?.runId === asked.runId) return shown;
  const { runId, config, domains } = asked;
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
function replaced(
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

function answer(lane: LaneState, reply: Reply): LaneState {
  const shown = begun(lane);
  if (shown === null) return lane;
  switch (reply.type) {
    case 'input':
      return { ...lane, shown: { ...shown, input: reply.input } };
    case 'layer': {
      const layers = replaced(shown.layers, reply.stats, shown.config.backward);
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
      return { ...lane, problem: null, shown: { ...shown, ms, outcome, done: shown.total } };
    }
    case 'failed':
      return { ...lane, problem: reply.error };
    default:
      return lane;
  }
}

/** Replies to runs that nobody waits for any more change nothing. */
export function answered(
  lanes: readonly LaneState[],
  replies: readonly Reply[],
): readonly LaneState[] {
  const next = [...lanes];
  for (const reply of replies) {
    const index = next.findIndex(
      ({ asked, fan }) => asked?.runId === reply.runId || fan?.runId === reply.runId,
    );
    const lane = next[index];
    if (lane === undefined) continue;
    if (lane.fan?.runId === reply.runId) {
      if (reply.type === 'failed') next[index] = { ...lane, problem: reply.error };
      if (reply.type !== 'fan') continue;
      next[index] = { ...lane, fan: { ...lane.fan, samples: [...lane.fan.samples, reply.sample] } };
    } else next[index] = answer(lane, reply);
  }
  return next;
}
