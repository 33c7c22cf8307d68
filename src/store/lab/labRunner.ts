/** The lab's effect: whenever the lab changes, requests the lanes whose results are out of date. */
import { clampConfig } from '../../engine/lab/config.ts';
import { sharedDomains } from '../../engine/lab/domains.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { estimateCost, tooLarge } from '../../engine/passes/cost.ts';
import type { Client } from '../../worker/client.ts';
import { followLanes } from '../state/followLanes.ts';
import type { Runner } from '../state/followLanes.ts';
import { MOVING_MS } from '../state/movingSlider.ts';
import { isCurrent, refused, seedsFrom, sent, withManySeeds } from '../state/requests.ts';
import { laneStatus } from '../state/selectors.ts';
import { MATRIX_LIMIT } from '../state/types.ts';
import type { Asked, LaneState, ProbedWeights, State, Store } from '../state/types.ts';
import { draftBatches, measuredSpeed } from './draft.ts';
import { applyReplies, applyWeights, newLane } from './labReplies.ts';

const isDone = (lane: LaneState): boolean => laneStatus(lane) === 'done';

/** What every lane of the lab is to compute. */
export function askedOfLab({ lab }: Pick<State, 'lab'>): readonly Asked[] {
  const configs = lab.lanes.map((lane) => clampConfig(laneConfig(lab, lane)).value);
  const domains = sharedDomains(configs);
  return configs.map((config) => {
    const key = JSON.stringify([config, domains]);
    return { config, domains, key };
  });
}

export interface LabClock {
  /** In ms. */
  readonly now: () => number;
  /** Calls `run` after `ms`; returns what cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export function createLabRunner(
  store: Store,
  client: Client,
  { threads, clock }: { readonly threads: () => number; readonly clock: LabClock },
): Runner {
  let changedAt = -Infinity;
  /** Of the last whole runs; drafts are too short to measure. */
  let speed: number | null = null;
  let cancelWhole = (): void => undefined;

  /** The batches of a draft if a slider moves and the lab is too slow to follow it. */
  function batchesNow(whole: readonly Asked[]): readonly number[] {
    const batches = whole.map(({ config }) => config.batch);
    const { lanes } = store.getState();
    const changes = whole.some(({ key }, i) => {
      const lane = lanes[i];
      return lane !== undefined && lane.asked.key !== key;
    });
    if (!changes) return batches;
    const moving = clock.now() - changedAt < MOVING_MS;
    changedAt = clock.now();
    if (!moving || speed === null) return batches;
    return draftBatches(
      whole.map(({ config }) => config),
      speed,
      threads(),
    );
  }

  /** Requests every lane whose config or domains differ from those of its last request. */
  function ask(): void {
    cancelWhole();
    const whole = askedOfLab(store.getState());
    request(whole, batchesNow(whole));
    const { lanes } = store.getState();
    if (lanes.every(({ draftOf }) => draftOf === null)) return;
    cancelWhole = clock.after(MOVING_MS, () => {
      if (store.getState().stage !== 'lab') return;
      const asked = askedOfLab(store.getState());
      request(
        asked,
        asked.map(({ config }) => config.batch),
      );
    });
  }

  function request(whole: readonly Asked[], batches: readonly number[]): void {
    const state = store.getState();
    const lanes = whole.map((asked, index): LaneState => {
      const lane = state.lanes[index];
      const batch = batches[index] ?? asked.config.batch;
      const draftOf = batch === asked.config.batch ? null : asked.config.batch;
      if (lane !== undefined && lane.draftOf === draftOf && isCurrent(lane, asked.key)) return lane;
      const config = { ...asked.config, batch };
      const sending = tooLarge(config)
        ? refused(estimateCost(config))
        : sent(client.run(index, { kind: 'experiment', config, domains: asked.domains }));
      const next = newLane({ ...asked, config }, sending);
      return { ...next, draftOf, shown: lane?.shown ?? null };
    });
    store.setState({ lanes });
    askManySeeds();
  }

  /** Requests many seeds, for lanes whose own run is done. */
  function askManySeeds(): void {
    const { lab, lanes } = store.getState();
    if (lab.seeds === 1) return;
    const next = withManySeeds(lanes, isDone, (lane, index) => {
      const { config } = lane.asked;
      const seeds = seedsFrom(config.seed, lab.seeds);
      const runId = client.run(index, { kind: 'seedBand', config, seeds });
      return { ...lane, manySeeds: { runId, results: [] } };
    });
    if (next !== lanes) store.setState({ lanes: next });
  }

  /** Requests the matrices panels show, once their lanes are done; old ones stay until the new ones arrive. */
  function askWeights(): void {
    const { probes, weights, lanes } = store.getState();
    const next = Object.entries(probes).flatMap(([index, wanted]): [number, ProbedWeights][] => {
      const at = Number(index);
      const lane = lanes[at];
      if (lane === undefined || !isDone(lane)) return [];
      const { config } = lane.asked;
      const key = JSON.stringify([wanted, lane.asked.key]);
      if (weights[at]?.key === key) return [];
      const layer = Math.min(wanted, config.depth);
      const runId = client.run(at, { kind: 'weights', config, layer, limit: MATRIX_LIMIT });
      return [[at, { runId, key, sample: weights[at]?.sample ?? null }]];
    });
    if (next.length > 0) store.setState({ weights: { ...weights, ...Object.fromEntries(next) } });
  }

  const unfollow = followLanes(store, client, {
    stage: 'lab',
    read: (state) => state.lanes,
    write: (lanes) => ({ lanes }),
    ask,
  });
  const unsubscribe = store.subscribe((state, before) => {
    if (state.stage === 'lab' && state.probes !== before.probes) askWeights();
  });

  return {
    onReplies(replies) {
      if (store.getState().stage !== 'lab') return;
      const { lanes, weights } = store.getState();
      store.setState({
        lanes: applyReplies(lanes, replies),
        weights: applyWeights(weights, replies),
      });
      if (replies.some(({ type }) => type === 'done')) {
        const done = store.getState().lanes.filter(isDone);
        speed = measuredSpeed(done) ?? speed;
        askManySeeds();
        askWeights();
      }
    },
    stop: () => {
      cancelWhole();
      unfollow();
      unsubscribe();
    },
  };
}
