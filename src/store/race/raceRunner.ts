/** The store's effect for races: asks for what is to be trained, looked at and drawn from more seeds. */
import { tooLarge } from '../../engine/passes/cost.ts';
import { sharedDomains } from '../../engine/lab/domains.ts';
import type { Domains } from '../../engine/types.ts';
import type { TrainConfig } from '../../engine/train/config.ts';
import { estimateRace, raceTooLarge } from '../../engine/train/cost.ts';
import { raceLane } from '../../engine/train/lanes.ts';
import { RECORD_EVERY } from '../../engine/train/session.ts';
import type { Client, Reply } from '../../worker/client.ts';
import { played } from './playback.ts';
import { inspected, raced } from './raceReplies.ts';
import type { Runner, Store } from '../lab/runner.ts';
import { EMPTY, MATRIX_LIMIT, MAX_SEED } from '../lab/runner.ts';
import { AGAIN } from './raceSlice.ts';
import type { LaneState, RaceLaneState, State } from '../state/types.ts';

export const EMPTY_RACE: RaceLaneState = {
  asked: null,
  records: [],
  outcome: null,
  problem: null,
  stopped: false,
  seeds: null,
  inspection: null,
};

/** While the race plays, a lane is looked at so often at most. */
const LOOK_MS = 250;

/** A look that is under way: at which step of which race, and at which layer's weights. */
interface Look {
  readonly runId: number;
  readonly key: string;
  /** The race's own key. */
  readonly race: string;
}

const domainsOf = (configs: readonly TrainConfig[]): Domains =>
  sharedDomains(
    configs.map(({ experiment, train }) => ({ ...experiment, batch: train.trainBatch })),
  );

export interface Clock {
  readonly now: () => number;
  /** Calls back at the next frame. */
  readonly frame: (run: () => void) => void;
}

export function createRaceRunner(store: Store, client: Client, clock: Clock): Runner {
  const looks = new Map<number, Look>();
  const looked = new Map<number, string>();
  let waiting = false;
  let moving = false;
  let lookedAt = 0;

  const on = (): boolean => store.getState().stage === 'race';

  function cancelRace({ asked, seeds }: RaceLaneState): void {
    if (asked !== null && asked.runId !== AGAIN) client.cancel(asked.runId);
    if (seeds !== null) client.cancel(seeds.runId);
  }

  /** Asks for every lane whose config is not the one asked for last, or that is to go on. */
  function ask(): void {
    waiting = false;
    if (!on()) return;
    const { lab, train, races, lanes } = store.getState();
    const configs = lab.lanes.map((lane) => raceLane(lab, lane, train).value);
    const domains = domainsOf(configs);
    let begun = races.length !== configs.length;
    const next = configs.map((config, index): RaceLaneState => {
      const race = races[index] ?? EMPTY_RACE;
      const key = JSON.stringify(config);
      const same = race.asked?.key === key;
      if (same && race.asked.runId !== AGAIN) return race;
      cancelRace(race);
      if (raceTooLarge(config) || tooLarge(config.experiment)) {
        begun = true;
        const problem = { code: 'too-large', cost: estimateRace(config) } as const;
        return { ...EMPTY_RACE, asked: { runId: 0, config, key }, problem };
      }
      const from = same ? race.records.length : 0;
      const runId = client.run(index, { kind: 'race', config, from });
      if (same) return { ...race, asked: { runId, config, key } };
      begun = true;
      return { ...EMPTY_RACE, inspection: race.inspection, asked: { runId, config, key } };
    });
    for (const race of races.slice(configs.length)) cancelRace(race);
    store.setState({
      races: next,
      lanes: next.map((race, index): LaneState => {
        const lane = lanes[index] ?? EMPTY;
        const { runId = 0, config } = race.asked ?? {};
        if (config === undefined || lane.asked?.runId === runId) return lane;
        const asked = { runId, config: config.experiment, domains, key: '' };
        return { ...lane, asked, problem: race.problem };
      }),
      ...(begun ? { playhead: 0, revealed: 0, playing: true } : {}),
    });
    askSeeds();
    move();
  }

  /** More seeds come after the race they belong to. */
  function askSeeds(): void {
    const { lab, races } = store.getState();
    const next = races.map((race, index): RaceLaneState => {
      if (lab.seeds === 1 || race.outcome === null || race.seeds !== null) return race;
      if (race.asked === null) return race;
      const { config } = race.asked;
      const { seed } = config.experiment;
      const seeds = Array.from({ length: lab.seeds - 1 }, (_, i) => (seed + i + 1) % MAX_SEED);
      return {
        ...race,
        seeds: { runId: client.run(index, { kind: 'runs', config, seeds }), runs: [] },
      };
    });
    if (next.some((race, index) => race !== races[index])) store.setState({ races: next });
  }

  /** Where a lane is to be looked at: while it plays at records only, which cost no training again. */
  function target({ records, outcome }: RaceLaneState, state: State): number | null {
    const last = outcome?.divergedAt ?? records.at(-1)?.step;
    if (last === undefined) return null;
    const step = Math.min(last, Math.round(state.playhead));
    return state.playing ? step - (step % RECORD_EVERY) : step;
  }

  /** Asks for what the lanes look like at the playhead; one look a lane at a time. */
  function look(): void {
    if (!on()) return;
    const state = store.getState();
    const { races, lanes, probes, inside } = state;
    const layers = inside === 'layers' || inside === 'spread';
    if (state.playing && clock.now() - lookedAt < LOOK_MS) return;
    lookedAt = clock.now();
    races.forEach((race, index) => {
      const { asked, problem } = race;
      const domains = lanes[index]?.asked?.domains;
      const step = target(race, state);
      if (asked === null || step === null || domains === undefined || looks.has(index)) return;
      if (problem !== null) return;
      const layer = probes[index] ?? null;
      const key = JSON.stringify([asked.key, step, layer, layers]);
      if (looked.get(index) === key) return;
      const matrix = layer === null ? null : { layer, limit: MATRIX_LIMIT };
      const { config } = asked;
      const job = { kind: 'inspect', config, step, domains, layers, matrix } as const;
      looks.set(index, { runId: client.run(index, job), key, race: asked.key });
    });
  }

  /** Moves the playhead from frame to frame while the race plays. */
  function move(): void {
    if (moving || !on() || !store.getState().playing) return;
    moving = true;
    let before = clock.now();
    const step = (): void => {
      const state = store.getState();
      const now = clock.now();
      if (!on() || !state.playing) {
        moving = false;
        look();
        return;
      }
      const next = played(state, now - before);
      before = now;
      if (next.playhead !== state.playhead || next.playing !== state.playing) store.setState(next);
      look();
      clock.frame(step);
    };
    clock.frame(step);
  }

  function schedule(): void {
    if (waiting) return;
    waiting = true;
    queueMicrotask(ask);
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.stage !== before.stage) {
      looks.clear();
      looked.clear();
      for (const race of before.races) cancelRace(race);
      if (before.races.length > 0) store.setState({ races: [] });
      return schedule();
    }
    if (state.stage !== 'race') return;
    if (state.lab.seeds !== before.lab.seeds) {
      for (const { seeds } of state.races) if (seeds !== null) client.cancel(seeds.runId);
      store.setState({ races: state.races.map((race) => ({ ...race, seeds: null })) });
    }
    state.races.forEach((race, index) => {
      if (race.stopped && before.races[index]?.stopped === false) cancelRace(race);
    });
    const again = state.races.some(({ asked }) => asked?.runId === AGAIN);
    if (state.lab !== before.lab || state.train !== before.train || again) schedule();
    if (state.playing && !before.playing) move();
    const moved =
      state.playhead !== before.playhead ||
      state.probes !== before.probes ||
      state.inside !== before.inside;
    if (moved && !state.playing) look();
  });
  schedule();

  return {
    onReplies(replies: readonly Reply[]) {
      if (!on()) return;
      const { races } = store.getState();
      store.setState({ races: raced(races, replies) });
      for (const reply of replies) {
        const { lane } = reply;
        const found = looks.get(lane);
        if (found?.runId !== reply.runId || reply.type === 'done') continue;
        looks.delete(lane);
        const state = store.getState();
        const current = state.races[lane]?.asked?.key === found.race;
        if (reply.type !== 'inspected' || !current) continue;
        looked.set(lane, found.key);
        store.setState(inspected(state, lane, reply.inspection));
      }
      if (replies.some(({ type }) => type === 'done')) askSeeds();
      look();
    },
    stop: unsubscribe,
  };
}
