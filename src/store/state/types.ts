/** The state of the page, in slices that do not overlap. */
import type { RaceStart, Stage } from '../../engine/lab/config.ts';
import type { Kernels } from '../../engine/kernels.ts';
import type { Lab, LabLane, Settings } from '../../engine/lab/lab.ts';
import type { Notice } from '../../engine/notice.ts';
import type { Outcome } from '../../engine/experiment/propagate.ts';
import type {
  Domains,
  ExperimentConfig,
  LayerStats,
  Quantity,
  Summary,
} from '../../engine/types.ts';
import type { TrainSettings } from '../../engine/lab/trainSettings.ts';
import type { TrainConfig } from '../../engine/train/config.ts';
import type { Inspection } from '../../engine/train/inspect.ts';
import type { TrainRun } from '../../engine/train/results.ts';
import type { TrainOutcome } from '../../engine/train/session.ts';
import type { TrainRecord } from '../../engine/train/trainer.ts';
import type { WeightsSample } from '../../engine/passes/weightsSample.ts';
import type { RunId, SeedSample } from '../../worker/client.ts';
import type { ManySeeds, Request } from './requests.ts';

/** What to compute. */
export interface LabSlice {
  readonly lab: Lab;
  /** What Reset returns to: the link's state. */
  readonly baseline: Lab;
  /** Problems in the last link. */
  readonly notices: readonly Notice[];
  readonly dismissNotices: () => void;
  /** A setting common to all lanes; overrides of it in single lanes are dropped. */
  readonly setSetting: <K extends keyof Settings>(key: K, value: Settings[K]) => void;
  readonly setLane: (index: number, lane: LabLane) => void;
  readonly addLane: (lane: LabLane) => void;
  readonly removeLane: (index: number) => void;
  readonly moveLane: (from: number, to: number) => void;
  readonly newSeed: () => void;
  readonly setSeeds: (seeds: number) => void;
  /** A whole lab, from a link or a file; it becomes the baseline. */
  readonly replaceLab: (lab: Lab, notices: readonly Notice[]) => void;
}

export interface Asked {
  readonly config: ExperimentConfig;
  readonly domains: Domains;
  /** `config` and `domains` as text, to compare. */
  readonly key: string;
}

/** What is on the screen: layers of the last run so far, then layers of the run before until they are replaced. */
export interface Shown {
  readonly runId: RunId;
  readonly config: ExperimentConfig;
  readonly domains: Domains;
  readonly input: Summary | null;
  /** Index = layer − 1. */
  readonly layers: readonly LayerStats[];
  readonly outcome: Outcome | null;
  readonly ms: number | null;
  readonly done: number;
  readonly total: number;
}

export interface LaneState {
  readonly asked: Asked;
  readonly request: Request;
  readonly shown: Shown | null;
  /** The batch that the reader has chosen, if this run is a draft from fewer examples. */
  readonly draftOf: number | null;
  /** For the seed band. */
  readonly manySeeds: ManySeeds<SeedSample> | null;
}

export type RunStatus = 'idle' | 'running' | 'done' | 'failed';

export interface RunSlice {
  readonly lanes: readonly LaneState[];
  /** Which kernels run; `null` until a worker is up. */
  readonly build: Kernels['build'] | null;
  /** How many threads the lab and the races use at once: as many as the device names, later as many as it really runs. */
  readonly threads: number;
  /** Whether to tell the reader that a thread stopped responding and its work was started again. */
  readonly restarted: boolean;
  readonly dismissRestarted: () => void;
  /** Requests a failed lane again. */
  readonly runAgain: (index: number) => void;
  /** Computes every lane again, with the same draws. */
  readonly runAll: () => void;
}

/** One lane of a race, as far as it is computed. */
export interface RaceLaneState {
  readonly asked: {
    readonly config: TrainConfig;
    /** For inspections of the network at the playhead. */
    readonly domains: Domains;
    /** `config` as text, to compare. */
    readonly key: string;
  };
  readonly request: Request;
  readonly records: readonly TrainRecord[];
  /** Records of EARLY_STEPS, for curves only. */
  readonly early: readonly TrainRecord[];
  readonly outcome: TrainOutcome | null;
  /** The same race from the seeds after this one. */
  readonly manySeeds: ManySeeds<TrainRun> | null;
  readonly inspection: Inspection | null;
}

/** The tab that is open under the race. */
export type Inside = 'units' | 'ratios' | 'layers' | 'spread' | 'maps';
/** The layer and the test example whose feature maps are shown in every lane. */
export interface MapsAt {
  readonly layer: number;
  readonly example: number;
}
/** How fast a race is shown. */
export type Speed = 'slow' | 'normal' | 'fast' | 'instant';

/** A whole stage: what is computed, as a link describes it. */
export interface WholeStage {
  readonly kind: Stage;
  readonly lab: Lab;
  readonly train: TrainSettings;
}

/** State and actions that concern all slices. */
export interface StageSlice {
  readonly stage: Stage;
  /** Key of the lesson's step whose stage this is; `null` elsewhere. Results belong to this step only. */
  readonly staged: string | null;
  readonly setStage: (stage: Stage) => void;
  /** Puts a step's stage on the screen. Drops results of the step before, which could answer its question. */
  readonly putOnStage: (
    key: string,
    stage: WholeStage & { readonly quantity: Quantity; readonly start: RaceStart },
  ) => void;
  /** Returns to the state given by the link. */
  readonly reset: () => void;
}

/** A race: the lab's lanes, trained. */
export interface RaceSlice {
  readonly train: TrainSettings;
  readonly trainBaseline: TrainSettings;
  readonly setTrain: (change: Partial<TrainSettings>) => void;
  /** From a link; it becomes the baseline. */
  readonly replaceTrain: (train: TrainSettings) => void;
  readonly races: readonly RaceLaneState[];
  /** Whether races start at once or wait for `goOn`. */
  readonly start: RaceStart;
  /** The step that is shown; fractional while it moves. */
  readonly playhead: number;
  /** The farthest step that has been shown. */
  readonly revealed: number;
  readonly playing: boolean;
  /** The step at which playing stops by itself. */
  readonly stopAt: number | null;
  readonly speed: Speed;
  readonly inside: Inside;
  /** `null` while no feature maps are shown. */
  readonly mapsAt: MapsAt | null;
  readonly setMapsAt: (at: MapsAt | null) => void;
  readonly setPlay: (
    play: Partial<
      Pick<RaceSlice, 'playhead' | 'revealed' | 'playing' | 'stopAt' | 'speed' | 'inside'>
    >,
  ) => void;
  /** Plays from the first step again, with the same results. */
  readonly restart: () => void;
  /** Stops the computation at once. */
  readonly stopRaces: () => void;
  /** Continues races that were stopped or have failed. */
  readonly goOn: () => void;
}

/** Most rows, and most columns, of a heat map. */
export const MATRIX_LIMIT = 64;

/** A layer's weight matrix for the heat map of a lane. */
export interface ProbedWeights {
  readonly runId: RunId;
  /** Layer and config as text, to compare. */
  readonly key: string;
  readonly sample: WeightsSample | null;
}

/** Weight matrices, one layer per lane. */
export interface WeightsSlice {
  /** By lane: the layer whose matrix a panel shows. */
  readonly probes: Readonly<Record<number, number>>;
  /** `null` removes the lane's probe. */
  readonly setProbe: (lane: number, layer: number | null) => void;
  /** By lane. */
  readonly weights: Readonly<Record<number, ProbedWeights>>;
}

export const LANGUAGES = ['en', 'fa'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];

/** Settings of the view. */
export interface ViewSlice {
  readonly language: Language;
  readonly digits: 'native' | 'latin';
  readonly theme: Theme;
  /** Whether the lesson fills the screen in the projector's look; the reader's own theme is restored afterwards. */
  readonly presenting: boolean;
  readonly scale: 'same' | 'own';
  readonly quantity: Quantity;
  /** The layer marked in every chart. */
  readonly focus: number | null;
  /** The layer open at full size. */
  readonly opened: { readonly lane: number; readonly layer: number } | null;
  readonly setView: (view: Partial<ViewState>) => void;
}
export type ViewState = Omit<ViewSlice, 'setView'>;

export type State = StageSlice & LabSlice & RunSlice & RaceSlice & WeightsSlice & ViewSlice;

/** The part of the store that code outside React uses. */
export interface Store {
  readonly getState: () => State;
  readonly setState: (state: Partial<State>) => void;
  readonly subscribe: (listener: (state: State, before: State) => void) => () => void;
}
