/** The races' effect: requests training, inspections and further seeds; moves the playhead. */
import { sharedDomains } from '../../engine/lab/domains.ts';
import { tooLarge } from '../../engine/passes/cost.ts';
import { estimateRace, raceTooLarge } from '../../engine/train/cost.ts';
import { raceLane } from '../../engine/train/lanes.ts';
import type { Client } from '../../worker/client.ts';
import { followLanes } from '../state/followLanes.ts';
import type { Runner } from '../state/followLanes.ts';
import { isSame } from '../state/isSame.ts';
import { isCurrent, refused, seedsFrom, sent, STOPPED, withManySeeds } from '../state/requests.ts';
import type { RaceLaneState, State, Store } from '../state/types.ts';
import { uninspectedLane } from './inspectedLane.ts';
import { createInspector } from './inspector.ts';
import { createPace } from './pace.ts';
import { advancePlayback, frontier, isComputed } from './playback.ts';
import { applyRaceReplies, newRace } from './raceReplies.ts';
import { SPEED_SECONDS } from './raceSlice.ts';

/** The training request of every lane. */
export function askedOfRaces({
  lab,
  train,
}: Pick<State, 'lab' | 'train'>): readonly RaceLaneState['asked'][] {
  const configs = lab.lanes.map((lane) => raceLane(lab, lane, train).value);
  const domains = sharedDomains(
    configs.map(({ experiment, train: { trainBatch } }) => ({ ...experiment, batch: trainBatch })),
  );
  return configs.map((config) => ({ config, domains, key: JSON.stringify(config) }));
}

/** After waiting for a record the playhead runs this much faster, until it is where it would be without the wait. */
const CATCH_UP = 3;
/** Most moves of the playhead while lanes are being computed, since drawing takes time from computing. */
const COMPUTING_MOVES = 40;

/** The number of steps from which a move of the playhead is drawn. */
const smallestMove = ({ races, train }: State): number =>
  isComputed(races) ? 0 : train.steps / COMPUTING_MOVES;

/** A shorter wait is one for the next frame, in ms. */
const FRAME_MS = 17;
/** A longer wait is cut, in ms, so that whatever is pressed works soon. */
const MAX_WAIT_MS = 100;

/** How long a move of the smallest size takes, in ms. */
const timeOfMove = (state: State): number =>
  (smallestMove(state) / state.train.steps) * SPEED_SECONDS[state.speed] * 1000;

export interface Clock {
  readonly now: () => number;
  /** Calls back at the next frame. */
  readonly frame: (run: () => void) => void;
  readonly after: (ms: number, run: () => void) => void;
  /** Calls back once, when the charts of the page that is opened are drawn. */
  readonly complete: (run: () => void) => void;
}

export function createRaceRunner(store: Store, client: Client, clock: Clock): Runner {
  const inspector = createInspector(store, client, clock.now);
  let moving = false;
  /** A race that played before its charts are drawn would delay them, and nobody would see its start. */
  let seen = false;
  /** When the playhead began to wait, and how much time it has not yet made up for, in ms. */
  let waitsSince: number | null = null;
  let late = 0;

  const on = (): boolean => store.getState().stage === 'race';

  /** Requests every lane whose config differs from that of its last request, and lanes that are to go on. */
  function ask(): void {
    const { races, lanes, start } = store.getState();
    const waits = start === 'on-request';
    const next = askedOfRaces(store.getState()).map((asked, index): RaceLaneState => {
      const { config } = asked;
      const before = races[index];
      if (before !== undefined && isCurrent(before, asked.key)) {
        return isSame(before.asked.domains, asked.domains) ? before : { ...before, asked };
      }
      if (raceTooLarge(config) || tooLarge(config.experiment)) {
        return newRace(asked, refused(estimateRace(config)));
      }
      if (waits) return newRace(asked, STOPPED);
      const goesOn = before !== undefined && before.asked.key === asked.key;
      const from = goesOn ? before.records.length + before.early.length : 0;
      const request = sent(client.run(index, { kind: 'race', config, from }));
      if (goesOn) return { ...before, asked, request };
      inspector.forget(index);
      // The picture of the race before stays until this race has one.
      return { ...newRace(asked, request), inspection: before?.inspection ?? null };
    });
    const isNew = ({ asked }: RaceLaneState, index: number): boolean =>
      asked.key !== races[index]?.asked.key;
    const begins = next.length !== races.length || next.some(isNew);
    if (begins) late = 0;
    store.setState({
      races: next,
      lanes: next.map((race, index) => uninspectedLane(race, lanes[index])),
      ...(begins ? { playhead: 0, revealed: 0, playing: !waits } : {}),
    });
    askManySeeds();
    move();
  }

  /** Requests further seeds, for races that have ended. */
  function askManySeeds(): void {
    const { lab, races } = store.getState();
    if (lab.seeds === 1) return;
    const ended = ({ outcome }: RaceLaneState): boolean => outcome !== null;
    const next = withManySeeds(races, ended, (race, index) => {
      const { config } = race.asked;
      const seeds = seedsFrom(config.experiment.seed + 1, lab.seeds - 1);
      const runId = client.run(index, { kind: 'runs', config, seeds });
      return { ...race, manySeeds: { runId, results: [] } };
    });
    if (next !== races) store.setState({ races: next });
  }

  const pace = createPace();

  /** Moves the playhead from frame to frame while the race plays. */
  function move(): void {
    if (!seen || moving || !on() || !store.getState().playing) return;
    moving = true;
    let before = clock.now();
    if (waitsSince !== null) late += before - waitsSince;
    waitsSince = null;
    const step = (): void => {
      const state = store.getState();
      const now = clock.now();
      if (!on() || !state.playing) {
        moving = false;
        late = 0;
        inspector.inspect();
        return;
      }
      const extra = Math.min(late, (CATCH_UP - 1) * (now - before));
      const next = advancePlayback(state, now - before + extra);
      // At the frontier there is nothing to draw until the next record.
      const atFrontier = next.playing && next.playhead === frontier(state);
      const whole = atFrontier ? 0 : timeOfMove(state);
      const due = before + Math.max(whole / CATCH_UP, whole - late);
      const wait = next.playing ? Math.max(pace.rest(now), due - now) : 0;
      const draws = wait <= 0;
      if (draws) {
        before = now;
        late -= extra;
        pace.begin(now);
        clock.frame(() => pace.end(clock.now()));
        store.setState(next);
      }
      inspector.inspect();
      const waits = atFrontier && draws;
      if (waits) waitsSince = now;
      moving = !waits;
      if (!moving) return;
      // A frame in which nothing is drawn would take time from the races.
      if (wait < FRAME_MS) clock.frame(step);
      else clock.after(Math.min(wait, MAX_WAIT_MS), step);
    };
    clock.frame(step);
  }

  clock.complete(() => {
    seen = true;
    move();
  });
  const unfollow = followLanes(store, client, {
    stage: 'race',
    read: (state) => state.races,
    write: (races) => ({ races }),
    ask,
  });
  const unsubscribe = store.subscribe((state, before) => {
    if (state.stage !== before.stage) inspector.clear();
    if (state.stage !== 'race') return;
    if (state.playing && !before.playing) {
      late = 0;
      waitsSince = null;
      move();
    }
    const moved =
      state.playhead !== before.playhead ||
      state.probes !== before.probes ||
      state.mapsAt !== before.mapsAt ||
      state.inside !== before.inside;
    if (moved && !state.playing) inspector.inspect();
  });

  return {
    onReplies(replies) {
      if (!on()) return;
      store.setState({ races: applyRaceReplies(store.getState().races, replies) });
      for (const reply of replies) inspector.onReply(reply);
      if (replies.some(({ type }) => type === 'done')) askManySeeds();
      inspector.inspect();
      move();
    },
    stop: () => {
      unfollow();
      unsubscribe();
    },
  };
}
