/** The numbers a text may print, as in `<Num of="activationStd" lane={0} layer="last" />`; all are computed. */
import { architecture } from '../../engine/passes/architecture.ts';
import { drawMoments } from '../../engine/rules/draw.ts';
import type { Draw } from '../../engine/rules/draw.ts';
import { initializer } from '../../engine/rules/initializer.ts';
import { frameworkDraw, isFramework } from '../../engine/lecture/frameworks.ts';
import { neuronStd } from '../../engine/lecture/neuronSums.ts';
import { INTERVAL, shareOutside } from '../../engine/math/shareOutside.ts';
import type { LayerStats } from '../../engine/types.ts';
import type { Facts, LaneFacts, RaceFacts } from './facts.ts';

/** The largest value divided by the smallest; Infinity if the smallest is 0. */
export const largestOverSmallest = (values: readonly number[]): number =>
  Math.max(...values) / Math.min(...values);

export type Printed =
  | { readonly kind: 'number' | 'percent' | 'integer'; readonly value: number }
  /** The event did not happen. */
  | { readonly kind: 'never' };

/** The lane, layer or framework that a number is about. */
export interface At {
  readonly lane: number;
  readonly layer: number | 'last';
  readonly framework: string | null;
}

/** Key of a number in messages between windows. */
export const numberName = (of: string, { lane, layer, framework }: At): string =>
  [of, lane, layer, framework ?? ''].join('|');

const number = (value: number): Printed => ({ kind: 'number', value });
const percent = (value: number): Printed => ({ kind: 'percent', value });
const integer = (value: number | null): Printed =>
  value === null ? { kind: 'never' } : { kind: 'integer', value };

const laneAt = (facts: Facts, at: At): LaneFacts | null => facts.lanes[at.lane] ?? null;

/** Statistics of the layer that `at` names; `null` if its results are not available. */
export function layerAt(facts: Facts, at: At): LayerStats | null {
  const layers = laneAt(facts, at)?.layers ?? [];
  return (at.layer === 'last' ? layers.at(-1) : layers[at.layer - 1]) ?? null;
}

const ofLayer =
  (print: (stats: LayerStats) => Printed | null) =>
  (facts: Facts, at: At): Printed | null => {
    const stats = layerAt(facts, at);
    return stats === null ? null : print(stats);
  };

const ofRace =
  (print: (race: RaceFacts) => Printed | null) =>
  (facts: Facts, at: At): Printed | null => {
    const race = facts.races[at.lane] ?? null;
    return race === null ? null : print(race);
  };

/** All lanes; `null` while one is missing. */
function allRaces({ races }: Facts): readonly RaceFacts[] | null {
  const there = races.filter((race) => race !== null);
  return races.length > 0 && there.length === races.length ? there : null;
}

const ended = ({ outcome }: RaceFacts): boolean => outcome !== null;

/** Xavier's compromise for the shape that the reader has set. */
function compromise({ dials: { fanIn, fanOut } }: Facts): number {
  const draw: Draw = initializer('xavier_normal').draw({ gain: 1 }, fanIn, fanOut);
  return (drawMoments(draw, fanIn, fanOut)?.std ?? 0) ** 2;
}

export const NUMBERS = {
  activationStd: ofLayer(({ activations }) => number(activations.std)),
  preActivationStd: ofLayer(({ preActivations }) => number(preActivations.std)),
  weightGradientStd: ofLayer(({ weightGradients }) =>
    weightGradients === null ? null : number(weightGradients.std),
  ),
  /** The share of the mean square that the activation keeps: E[h²]/E[z²]. */
  squareLeft: ofLayer(({ preActivations: z, activations: h }) => number((h.rms / z.rms) ** 2)),
  meanSquare: ofLayer(({ activations }) => number(activations.rms ** 2)),
  exampleStd: ofLayer(({ exampleStd }) => number(exampleStd)),
  weightStd: ofLayer(({ weights }) => number(weights.std)),
  gradientStd: ofLayer(({ gradients }) => (gradients === null ? null : number(gradients.std))),
  /** Median size of the layer's gradients. */
  typicalGradient: ofLayer(({ gradients }) => {
    const [, low = Number.NaN, , high = Number.NaN] = gradients?.quantiles ?? [];
    return gradients === null ? null : number((high - low) / 2);
  }),
  saturatedShare: ofLayer(({ activations }) => percent(activations.saturated)),
  outside: ofLayer(({ weights }) => percent(shareOutside(weights.own, INTERVAL))),
  distinctUnits: (facts: Facts, at: At): Printed | null => {
    const record = facts.races[at.lane]?.records.at(-1);
    const trained = record?.distinctUnits[at.layer === 'last' ? -1 : at.layer - 1];
    return trained === undefined ? null : integer(trained);
  },
  width: (facts: Facts, at: At): Printed | null => integerOf(laneAt(facts, at)?.config.width),
  firstNonFinite: (facts: Facts, at: At): Printed | null => {
    const lane = laneAt(facts, at);
    return lane === null ? null : integer(lane.outcome.firstNonFiniteLayer);
  },
  firstAllZero: (facts: Facts, at: At): Printed | null => {
    const lane = laneAt(facts, at);
    return lane === null ? null : integer(lane.outcome.firstAllZeroLayer);
  },
  steps: (facts: Facts): Printed | null => integerOf(facts.races[0]?.config.train.steps),
  /** Number of classes in the race's data. */
  classes: (facts: Facts): Printed | null => {
    const experiment = facts.races[0]?.config.experiment;
    return integerOf(experiment && (architecture(experiment).value.classes ?? undefined));
  },
  learnedLanes: (facts: Facts): Printed | null => {
    const races = allRaces(facts);
    if (races === null || !races.every(ended)) return null;
    return integer(races.filter(({ outcome }) => outcome?.learnedAt != null).length);
  },
  learnedAt: ofRace((race) => (race.outcome === null ? null : integer(race.outcome.learnedAt))),
  divergedAt: ofRace((race) => (race.outcome === null ? null : integer(race.outcome.divergedAt))),
  lossSpread: (facts: Facts): Printed | null => {
    const first = (allRaces(facts) ?? []).map(({ records }) => records[0]?.loss ?? Number.NaN);
    return first.length === 0 || first.some(Number.isNaN)
      ? null
      : number(Math.max(...first) - Math.min(...first));
  },
  firstGradient: ofRace(({ records: [first] }) =>
    first === undefined ? null : number(first.firstLayerGradient),
  ),
  firstLoss: ofRace(({ records: [first] }) => (first === undefined ? null : number(first.loss))),
  finalLoss: ofRace((race) => (ended(race) ? numberOf(race.records.at(-1)?.loss) : null)),
  finalAccuracy: ofRace((race) => {
    const last = race.records.at(-1);
    return ended(race) && last !== undefined ? percent(last.accuracy) : null;
  }),
  neuronInputs: ({ dials }: Facts): Printed => integer(dials.inputs),
  neuronStd: ({ dials }: Facts): Printed => number(neuronStd(dials.inputs)),
  fanIn: ({ dials }: Facts): Printed => integer(dials.fanIn),
  fanOut: ({ dials }: Facts): Printed => integer(dials.fanOut),
  forwardFactor: (facts: Facts): Printed => number(facts.dials.fanIn * compromise(facts)),
  backwardFactor: (facts: Facts): Printed => number(facts.dials.fanOut * compromise(facts)),
  defaultStd: ({ dials: { fanIn, fanOut } }: Facts, { framework }: At): Printed | null => {
    if (framework === null || !isFramework(framework)) return null;
    const moments = drawMoments(frameworkDraw(framework, fanIn, fanOut), fanIn, fanOut);
    return moments === null ? null : number(moments.std);
  },
} as const satisfies Record<string, (facts: Facts, at: At) => Printed | null>;

function integerOf(value: number | undefined): Printed | null {
  return value === undefined ? null : integer(value);
}

function numberOf(value: number | undefined): Printed | null {
  return value === undefined ? null : number(value);
}

type NumberId = keyof typeof NUMBERS;
const isNumber = (id: string): id is NumberId => Object.hasOwn(NUMBERS, id);

/** The value of number `id`; `null` if not yet computed. Throws for an unknown id. */
export function printNumber(id: string, facts: Facts, at: At): Printed | null {
  if (!isNumber(id)) throw new Error(`<Num of="${id}"> is not in numbers.ts`);
  const print: (facts: Facts, at: At) => Printed | null = NUMBERS[id];
  return print(facts, at);
}
