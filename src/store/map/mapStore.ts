/** What the map shows in addition to the lab's own state: a separate store, fetched with its page. */
import { create } from 'zustand';
import type { BornDead } from '../../engine/map/bornDead.ts';
import type { ChiGrid } from '../../engine/map/chiGrid.ts';
import { MAP_BIAS_VARIANCE, mapReach, spaced } from '../../engine/map/chiGrid.ts';
import type { JacobianDraw, JacobianLayer, JacobianNet } from '../../engine/map/jacobian.ts';
import { JACOBIAN_DRAWS } from '../../engine/map/jacobian.ts';
import type { MapNet } from '../../engine/map/mapNet.ts';
import type {
  TrainabilityCell,
  TrainabilityGrid,
  TrainabilityResult,
} from '../../engine/map/trainability.ts';
import { cellsOf } from '../../engine/map/trainability.ts';
import type { ActivationSpec } from '../../engine/types.ts';
import type { RunError } from '../../worker/client.ts';
import { createMapThread } from '../../worker/map/mapClient.ts';
import type { MapMessage, MapThread, NetLook } from '../../worker/map/mapClient.ts';
import { isSame } from '../state/isSame.ts';
import { tellRestart } from '../store.ts';
import { newestOnly } from './newestOnly.ts';
import type { NewestOnly } from './newestOnly.ts';

/** Points of the map along each side. */
const MAP_SIDE = 61;
/** Values of σ_w² at which the edge is computed, a little denser than a line needs. */
const EDGE_VARIANCES = spaced(1, 4, 61);

export interface Trainability {
  readonly grid: TrainabilityGrid;
  readonly results: readonly TrainabilityResult[];
  readonly status: 'running' | 'done' | 'cancelled' | 'failed';
  /** Milliseconds from the beginning to the last cell. */
  readonly ms: number;
}

export interface TrainableEdge {
  readonly weightVariance: readonly number[];
  /** In layers, ∞ on the critical line; `null` without a fixed point. */
  readonly depths: readonly (number | null)[];
}

export type Jacobians = Readonly<Record<JacobianDraw, readonly JacobianLayer[]>>;

export interface MapState {
  readonly grid: ChiGrid | null;
  /** The activation that `grid` was computed for. */
  readonly act: ActivationSpec | null;
  readonly look: NetLook | null;
  /** The depth that theory lets a signal reach, over σ_w²; `null` until it is computed. */
  readonly edge: TrainableEdge | null;
  readonly jacobians: Jacobians;
  readonly jacobiansOf: Omit<JacobianNet, 'draw'> | null;
  /** One entry per width; empty until they are counted. */
  readonly bornDead: readonly BornDead[];
  readonly trainability: Trainability | null;
  /** Why a thread has failed last; `null` if none has. */
  readonly problem: RunError | null;
  readonly showMap: (act: ActivationSpec) => void;
  readonly findEdge: (act: ActivationSpec, biasVariance: number) => void;
  /** Requests a look at a network. The one under way is finished first; of those waiting, only the newest is kept. */
  readonly lookAt: (net: MapNet) => void;
  readonly findJacobians: (net: Omit<JacobianNet, 'draw'>) => void;
  readonly countBornDead: (depth: number, seed: number) => void;
  readonly train: (grid: TrainabilityGrid) => void;
  readonly cancelTraining: () => void;
  /** Goes on with everything that has failed. */
  readonly again: () => void;
  /** Ends every thread, when the page is left. */
  readonly leave: () => void;
}

const NO_JACOBIANS: Jacobians = { gaussian: [], orthogonal: [] };

const createThread = (onMessage: (message: MapMessage) => void): MapThread =>
  createMapThread({ onMessage, onRestart: tellRestart });

export const useMap = create<MapState>()((set, get) => {
  /** What `again` calls. */
  const failed = new Set<() => void>();
  const fail = (message: MapMessage, again: () => void): void => {
    if (message.type !== 'failed') return;
    failed.add(again);
    set({ problem: message.error });
  };
  const newest = (take: (message: MapMessage) => void): NewestOnly => {
    const tasks = newestOnly(createThread, (message) => {
      take(message);
      fail(message, tasks.again);
    });
    return tasks;
  };
  const pictures = newest((message) => {
    if (message.type === 'net') set({ look: message.look });
  });
  const edges = newest((message) => {
    if (message.type !== 'edge') return;
    set({ edge: { weightVariance: EDGE_VARIANCES, depths: message.depths } });
  });
  const maps = newest((message) => {
    if (message.type === 'chi') set({ grid: message.grid });
  });
  const deaths = newest((message) => {
    if (message.type === 'bornDead') set({ bornDead: message.found });
  });
  let directions: readonly MapThread[] = [];
  let racers: readonly MapThread[] = [];
  const endAll = (threads: readonly MapThread[]): void => threads.forEach(({ end }) => end());

  function findDirections(net: Omit<JacobianNet, 'draw'>, draw: JacobianDraw): MapThread {
    const run = (): void => thread.run({ kind: 'jacobian', net: { ...net, draw } });
    const thread = createThread((message) => {
      fail(message, () => {
        if (directions.includes(thread)) run();
      });
      if (message.type !== 'jacobianLayer') return thread.end();
      const { found } = message;
      set(({ jacobians }) => {
        const before = jacobians[draw].filter(({ layer }) => layer < found.layer);
        return { jacobians: { ...jacobians, [draw]: [...before, found] } };
      });
    });
    run();
    return thread;
  }

  /** Trains the cells that have no result yet. */
  function train({ grid, results: known, ms }: Omit<Trainability, 'status'>): void {
    endAll(racers);
    const isKnown = (cell: TrainabilityCell): boolean =>
      known.some(
        ({ depth, weightVariance }) =>
          depth === cell.depth && weightVariance === cell.weightVariance,
      );
    const waiting = cellsOf(grid).filter((cell) => !isKnown(cell));
    const began = performance.now() - ms;
    set({ trainability: { grid, results: known, status: 'running', ms } });
    const update = (change: (old: Trainability) => Partial<Trainability>): void =>
      set(({ trainability }) =>
        trainability === null
          ? {}
          : {
              trainability: {
                ...trainability,
                ...change(trainability),
                ms: performance.now() - began,
              },
            },
      );
    const count = Math.max(1, Math.min(8, navigator.hardwareConcurrency || 1, waiting.length));
    let open = count;
    const mine = Array.from({ length: count }, () => {
      const thread = createThread((message) => {
        if (message.type === 'cell') {
          const { result } = message;
          update(({ results }) => ({ results: [...results, result] }));
        } else if (message.type === 'done') advance();
        else if (message.type === 'failed') {
          endAll(mine);
          update(() => ({ status: 'failed' }));
          fail(message, () => {
            const { trainability } = get();
            if (racers === mine && trainability?.status === 'failed') train(trainability);
          });
        }
      });
      const advance = (): void => {
        const cell = waiting.shift();
        if (cell !== undefined) return thread.run({ kind: 'cell', grid, cell });
        thread.end();
        open -= 1;
        if (open === 0) update(() => ({ status: 'done' }));
      };
      advance();
      return thread;
    });
    racers = mine;
  }

  return {
    grid: null,
    act: null,
    look: null,
    edge: null,
    jacobians: NO_JACOBIANS,
    jacobiansOf: null,
    bornDead: [],
    trainability: null,
    problem: null,
    showMap(act) {
      if (isSame(act, get().act)) return;
      set({ act, grid: null, problem: null });
      const weightVariance = spaced(0, mapReach(act), MAP_SIDE);
      const biasVariance = spaced(0, MAP_BIAS_VARIANCE, MAP_SIDE);
      maps.run({ kind: 'chi', act, weightVariance, biasVariance });
    },
    findEdge: (act, biasVariance) =>
      edges.run({ kind: 'edge', act, biasVariance, weightVariance: EDGE_VARIANCES }),
    lookAt: (net) => pictures.run({ kind: 'net', net }),
    findJacobians(net) {
      if (isSame(net, get().jacobiansOf)) return;
      endAll(directions);
      set({ jacobians: NO_JACOBIANS, jacobiansOf: net });
      directions = JACOBIAN_DRAWS.map((draw) => findDirections(net, draw));
    },
    countBornDead: (depth, seed) => deaths.run({ kind: 'bornDead', depth, seed }),
    train: (grid) => train({ grid, results: [], ms: 0 }),
    cancelTraining() {
      endAll(racers);
      set(({ trainability }) =>
        trainability?.status === 'running'
          ? { trainability: { ...trainability, status: 'cancelled' } }
          : {},
      );
    },
    again() {
      const again = [...failed];
      failed.clear();
      set({ problem: null });
      for (const run of again) run();
    },
    leave() {
      failed.clear();
      pictures.end();
      maps.end();
      edges.end();
      deaths.end();
      endAll(directions);
      endAll(racers);
      // Unfinished results are dropped, so that they are computed again when the page is opened again.
      set(({ trainability, grid }) => ({
        problem: null,
        jacobiansOf: null,
        ...(grid === null ? { act: null } : {}),
        ...(trainability?.status === 'running'
          ? { trainability: { ...trainability, status: 'cancelled' as const } }
          : {}),
      }));
    },
  };
});
