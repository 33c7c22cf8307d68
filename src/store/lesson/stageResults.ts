/** Computes stages one after the other in separate threads, independently of the stage on the screen. */
import { LIMITS } from '../../engine/lab/config.ts';
import type { Outcome } from '../../engine/experiment/propagate.ts';
import type { Stage } from '../../engine/lab/config.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import type { TrainConfig } from '../../engine/train/config.ts';
import type { TrainOutcome } from '../../engine/train/session.ts';
import type { TrainRecord } from '../../engine/train/trainer.ts';
import type { ExperimentConfig, LayerStats } from '../../engine/types.ts';
import { createClient, loadKernelModule, spawnWorker } from '../../worker/client.ts';
import type { Reply } from '../../worker/client.ts';
import { applyReplies, newLane } from '../lab/labReplies.ts';
import { askedOfLab } from '../lab/labRunner.ts';
import { applyRaceReplies, newRace } from '../race/raceReplies.ts';
import { askedOfRaces } from '../race/raceRunner.ts';
import { sent } from '../state/requests.ts';
import type { LaneState, RaceLaneState } from '../state/types.ts';

/** What to compute; `query` as in a link to the lab or to the races. */
export interface WantedStage {
  readonly kind: Stage;
  readonly query: string;
}

export interface LaneResults {
  readonly config: ExperimentConfig;
  readonly layers: readonly LayerStats[];
  readonly outcome: Outcome;
}

export interface StageResults {
  readonly lanes: readonly LaneResults[];
  readonly races: readonly {
    readonly config: TrainConfig;
    readonly records: readonly TrainRecord[];
    readonly outcome: TrainOutcome;
  }[];
}

export interface StageOptions {
  readonly threads?: number;
  /** Called when a lane of the lab has ended, before its stage has; not for a stage computed before. */
  readonly laneEnded?: (stage: WantedStage, lane: number, results: LaneResults) => void;
}

/** One stage under way. */
interface Running {
  readonly stage: WantedStage;
  lanes: readonly LaneState[];
  races: readonly RaceLaneState[];
  open: number;
  readonly end: () => void;
  readonly fail: (reason: Error) => void;
}

/**
 * Results of each stage, in order; `told` is called after each stage with the number done and the latest results.
 * Rejects if a lane cannot be computed, or if `signal` is aborted.
 */
export async function computeStages(
  stages: readonly WantedStage[],
  told: (done: number, latest: StageResults) => void,
  signal: AbortSignal,
  { threads = navigator.hardwareConcurrency || 1, laneEnded }: StageOptions = {},
): Promise<readonly StageResults[]> {
  let running: Running | null = null;
  const hear = (replies: readonly Reply[]): void => {
    if (running === null) return;
    running.lanes = applyReplies(running.lanes, replies);
    running.races = applyRaceReplies(running.races, replies);
    for (const { type, runId } of replies) {
      if (type === 'failed' || type === 'cancelled') running.fail(new Error('a stage failed'));
      if (type !== 'done') continue;
      running.open -= 1;
      const lane = running.lanes.findIndex(({ shown }) => shown?.runId === runId);
      const [ended] = laneResults(running.lanes[lane]);
      if (ended !== undefined) laneEnded?.(running.stage, lane, ended);
    }
    if (running.open === 0) running.end();
  };
  const client = createClient({
    spawn: spawnWorker,
    kernels: loadKernelModule(),
    size: Math.max(1, Math.min(LIMITS.lanes.max, threads)),
    // A timeout, since a page in the background gets no animation frames.
    schedule: (flush) => setTimeout(flush, 0),
    onReplies: hear,
    onReady: () => undefined,
    onRestart: () => undefined,
  });

  function begin({ kind, query }: WantedStage): Pick<Running, 'lanes' | 'races'> {
    const parsed = parseQuery(query, kind);
    if (kind === 'race') {
      const races = askedOfRaces(parsed).map((asked, lane) => {
        const runId = client.run(lane, { kind: 'race', config: asked.config, from: 0 });
        return newRace(asked, sent(runId));
      });
      return { lanes: [], races };
    }
    const lanes = askedOfLab(parsed).map((asked, lane) => {
      const { config, domains } = asked;
      return newLane(asked, sent(client.run(lane, { kind: 'experiment', config, domains })));
    });
    return { lanes, races: [] };
  }

  const compute = (stage: WantedStage): Promise<StageResults> =>
    new Promise((resolve, reject) => {
      const begun = begin(stage);
      const mine: Running = {
        ...begun,
        stage,
        open: begun.lanes.length + begun.races.length,
        end: () => resolve(resultsOf(mine)),
        fail: reject,
      };
      running = mine;
      signal.addEventListener('abort', () => reject(new Error('the stage is no longer wanted')), {
        once: true,
      });
    });

  try {
    const results: StageResults[] = [];
    const known = new Map<string, StageResults>();
    for (const stage of stages) {
      signal.throwIfAborted();
      const key = `${stage.kind} ${stage.query}`;
      const found = known.get(key) ?? (await compute(stage));
      known.set(key, found);
      results.push(found);
      told(results.length, found);
    }
    return results;
  } finally {
    client.dispose();
  }
}

/** The results of a lane that has ended, else nothing. */
function laneResults(lane: LaneState | undefined): readonly LaneResults[] {
  const shown = lane?.shown ?? null;
  if (shown === null || shown.outcome === null) return [];
  return [{ config: shown.config, layers: shown.layers, outcome: shown.outcome }];
}

const resultsOf = ({ lanes, races }: Pick<Running, 'lanes' | 'races'>): StageResults => ({
  lanes: lanes.flatMap(laneResults),
  races: races.flatMap(({ asked, records, outcome }) => {
    if (outcome === null) return [];
    return [{ config: asked.config, records, outcome }];
  }),
});
