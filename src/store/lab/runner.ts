/** The store's one effect: whenever the lab changes, ask for the lanes that are no longer right. */
import { clampConfig } from '../../engine/lab/config.ts';
import { estimateCost, tooLarge } from '../../engine/passes/cost.ts';
import { sharedDomains } from '../../engine/lab/domains.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import type { Client, Reply } from '../../worker/client.ts';
import { answered } from './replies.ts';
import { laneStatus } from '../state/selectors.ts';
import type { LaneState, State } from '../state/types.ts';

/** What the runner needs of the store. */
export interface Store {
  readonly getState: () => State;
  readonly setState: (state: Partial<State>) => void;
  readonly subscribe: (listener: (state: State, before: State) => void) => () => void;
}

export const EMPTY: LaneState = { asked: null, shown: null, problem: null, fan: null };
export const MAX_SEED = 2 ** 32;
/** Rows and columns of a heat map at most. */
export const MATRIX_LIMIT = 64;

export interface Runner {
  readonly onReplies: (replies: readonly Reply[]) => void;
  readonly stop: () => void;
}

export function createRunner(store: Store, client: Client): Runner {
  let waiting = false;

  /** Asks for every lane whose config or domains are not those asked for last. */
  function ask(): void {
    waiting = false;
    const { lab, lanes, stage } = store.getState();
    if (stage !== 'lab') return;
    const configs = lab.lanes.map((lane) => clampConfig(laneConfig(lab, lane)).value);
    const domains = sharedDomains(configs);
    const next = configs.map((config, index): LaneState => {
      const lane = lanes[index] ?? EMPTY;
      const key = JSON.stringify([config, domains]);
      if (lane.asked?.key === key) return lane;
      if (lane.asked !== null && laneStatus(lane) === 'running') client.cancel(lane.asked.runId);
      if (lane.fan !== null) client.cancel(lane.fan.runId);
      if (tooLarge(config)) {
        const cost = estimateCost(config);
        const asked = { runId: 0, config, domains, key };
        return { ...lane, asked, problem: { code: 'too-large', cost }, fan: null };
      }
      const runId = client.run(index, { kind: 'experiment', config, domains });
      return { ...lane, asked: { runId, config, domains, key }, problem: null, fan: null };
    });
    for (const { asked, fan } of lanes.slice(configs.length)) {
      if (asked !== null) client.cancel(asked.runId);
      if (fan !== null) client.cancel(fan.runId);
    }
    store.setState({ lanes: next });
    askFans();
  }

  /** Many seeds come after the pictures: a fan is asked for when its lane is done. */
  function askFans(): void {
    const { lab, lanes, stage } = store.getState();
    if (stage !== 'lab') return;
    const next = lanes.map((lane, index): LaneState => {
      const wanted = lab.seeds > 1 && laneStatus(lane) === 'done';
      if (lab.seeds === 1 && lane.fan !== null) {
        client.cancel(lane.fan.runId);
        return { ...lane, fan: null };
      }
      if (!wanted || lane.fan !== null || lane.asked === null) return lane;
      const { config } = lane.asked;
      const seeds = Array.from({ length: lab.seeds }, (_, i) => (config.seed + i) % MAX_SEED);
      return {
        ...lane,
        fan: { runId: client.run(index, { kind: 'fan', config, seeds }), samples: [] },
      };
    });
    if (next.some((lane, index) => lane !== lanes[index])) store.setState({ lanes: next });
  }

  /** The matrices panels want, once their lanes are done; old ones stay until new ones come. */
  function askWeights(): void {
    const { probes, weights, lanes, stage } = store.getState();
    if (stage !== 'lab') return;
    const asked = Object.entries(probes).flatMap(([index, wanted]) => {
      const at = Number(index);
      const lane = lanes[at];
      if (lane === undefined || lane.asked === null || laneStatus(lane) !== 'done') return [];
      const { config } = lane.asked;
      const key = JSON.stringify([wanted, lane.asked.key]);
      if (weights[at]?.key === key) return [];
      const layer = Math.min(wanted, config.depth);
      const runId = client.run(at, { kind: 'weights', config, layer, limit: MATRIX_LIMIT });
      return [[at, { runId, key, sample: weights[at]?.sample ?? null }] as const];
    });
    if (asked.length > 0) {
      store.setState({ weights: { ...weights, ...Object.fromEntries(asked) } });
    }
  }

  function schedule(): void {
    if (waiting) return;
    waiting = true;
    queueMicrotask(ask);
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.stage !== before.stage) {
      // The lanes belong to the other stage now; nothing of this one is wanted any more.
      for (const { asked, fan } of before.lanes) {
        if (asked !== null) client.cancel(asked.runId);
        if (fan !== null) client.cancel(fan.runId);
      }
      store.setState({ lanes: [], weights: {} });
      return schedule();
    }
    if (state.stage !== 'lab') return;
    const again = state.lanes.some(
      ({ asked }, i) => asked === null && before.lanes[i] !== state.lanes[i],
    );
    if (state.lab.seeds !== before.lab.seeds) {
      for (const { fan } of state.lanes) if (fan !== null) client.cancel(fan.runId);
      store.setState({ lanes: state.lanes.map((lane) => ({ ...lane, fan: null })) });
    }
    if (state.lab !== before.lab || again) schedule();
    if (state.probes !== before.probes) askWeights();
  });
  schedule();

  return {
    onReplies(replies) {
      store.setState({ lanes: answered(store.getState().lanes, replies) });
      for (const reply of replies) {
        const { weights } = store.getState();
        const mine = weights[reply.lane];
        if (reply.type === 'weights' && mine?.runId === reply.runId) {
          const next = { ...mine, sample: reply.sample };
          store.setState({ weights: { ...weights, [reply.lane]: next } });
        }
      }
      if (replies.some(({ type }) => type === 'done')) {
        askFans();
        askWeights();
      }
    },
    stop: unsubscribe,
  };
}
