/** Inspects the races at the playhead, one inspection per lane at a time. */
import type { Inspection } from '../../engine/train/inspect.ts';
import { RECORD_EVERY } from '../../engine/train/testSet.ts';
import type { Client, Reply, RunId } from '../../worker/client.ts';
import { problemOf } from '../state/requests.ts';
import type { MapsAt, RaceLaneState, State, Store } from '../state/types.ts';
import { MATRIX_LIMIT } from '../state/types.ts';
import { inspectedLane } from './inspectedLane.ts';
import { frontier, isComputed } from './playback.ts';

/** Shortest time between two inspections of a lane while the race plays. */
const INSPECT_INTERVAL_MS = 250;
/** While races are being computed, inspections of a lane take at most this part of the time. */
const INSPECTION_SHARE = 1 / 60;

/** An inspection that is under way. */
interface PendingInspection {
  readonly runId: RunId;
  /** What is inspected, as text: the race, the step, and the layers, weights and maps wanted. */
  readonly key: string;
  /** The race's own key. */
  readonly race: string;
}

export interface Inspector {
  /** Requests inspections of the lanes at the playhead. */
  readonly inspect: () => void;
  readonly onReply: (reply: Reply) => void;
  /** Called when a new race begins in this lane, even an equal one: its earlier inspections are dropped. */
  readonly forget: (index: number) => void;
  /** Drops all inspections, when these races are no longer wanted. */
  readonly clear: () => void;
}

/** The step at which to inspect a lane; while the race plays, only steps that have a record. */
function stepOf({ records, outcome }: RaceLaneState, state: State): number | null {
  const last = outcome?.divergedAt ?? records.at(-1)?.step;
  if (last === undefined) return null;
  const step = Math.min(last, Math.round(state.playhead));
  return state.playing ? step - (step % RECORD_EVERY) : step;
}

/** The requested maps, in the last layer if the network has fewer layers. */
function mapsOf({ asked }: RaceLaneState, { mapsAt }: State): MapsAt | null {
  if (mapsAt === null) return null;
  return { ...mapsAt, layer: Math.min(mapsAt.layer, asked.config.experiment.depth) };
}

export function createInspector(store: Store, client: Client, now: () => number): Inspector {
  const pending = new Map<number, PendingInspection>();
  const lastKeys = new Map<number, string>();
  let lastRequestAt = Number.NEGATIVE_INFINITY;
  let interval = INSPECT_INTERVAL_MS;

  function inspect(): void {
    const state = store.getState();
    if (state.stage !== 'race') return;
    const wait = isComputed(state.races) ? INSPECT_INTERVAL_MS : interval;
    if (state.playing && (frontier(state) === 0 || now() - lastRequestAt < wait)) return;
    lastRequestAt = now();
    const layers = state.inside === 'layers' || state.inside === 'spread';
    state.races.forEach((race, index) => {
      const step = stepOf(race, state);
      if (step === null || pending.has(index) || problemOf(race.request) !== null) return;
      const { config, domains } = race.asked;
      const layer = state.probes[index] ?? null;
      // Repeating training steps would delay the race that is playing.
      const cheap = state.playing;
      const maps = config.experiment.net === 'conv' ? mapsOf(race, state) : null;
      const key = JSON.stringify([race.asked.key, domains, step, cheap, layer, layers, maps]);
      if (lastKeys.get(index) === key) return;
      const matrix = layer === null ? null : { layer, limit: MATRIX_LIMIT };
      const asked = { config, step, cheap, domains, layers, matrix, maps };
      const job = { kind: 'inspect', ...asked } as const;
      pending.set(index, { runId: client.run(index, job), key, race: race.asked.key });
    });
  }

  function show(index: number, { runId, key }: PendingInspection, inspection: Inspection): void {
    const { races, lanes, probes, weights } = store.getState();
    const race = races[index];
    if (race === undefined) return;
    const probed = probes[index] !== undefined && inspection.matrix !== null;
    store.setState({
      races: races.with(index, { ...race, inspection }),
      lanes: lanes.with(index, inspectedLane(race, runId, inspection)),
      ...(probed
        ? { weights: { ...weights, [index]: { runId, key, sample: inspection.matrix } } }
        : {}),
    });
  }

  function onReply(reply: Reply): void {
    const { lane: index } = reply;
    const found = pending.get(index);
    if (found?.runId !== reply.runId) return;
    const isCurrent = store.getState().races[index]?.asked.key === found.race;
    // An inspection that failed would fail again, so it is not repeated until another step is requested.
    if (isCurrent && reply.type !== 'cancelled') lastKeys.set(index, found.key);
    if (reply.type === 'inspected') {
      if (isCurrent) show(index, found, reply.inspection);
      return;
    }
    pending.delete(index);
    if (reply.type === 'done') {
      interval = Math.max(INSPECT_INTERVAL_MS, reply.ms / INSPECTION_SHARE);
    }
  }

  return {
    inspect,
    onReply,
    forget(index) {
      const dropped = pending.get(index);
      if (dropped !== undefined) client.cancel(dropped.runId);
      pending.delete(index);
      lastKeys.delete(index);
      // How long a look takes depends on the race.
      interval = INSPECT_INTERVAL_MS;
    },
    clear() {
      for (const { runId } of pending.values()) client.cancel(runId);
      pending.clear();
      lastKeys.clear();
    },
  };
}
