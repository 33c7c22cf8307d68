/** Identifies the rule a tensor was drawn by, by comparing the evidence for each. */
import type { TensorSummary } from '../measure/summarize.ts';
import { isFloating } from '../read/tensor.ts';
import {
  anyUniformEvidence,
  fittedStd,
  freeEvidence,
  histogramEvidence,
  logLikelihood,
  sampleOf,
  shiftedEvidence,
} from './evidence.ts';
import type { Sample } from './evidence.ts';
import { freeName, lawsFor, specName } from './laws.ts';
import type { Hypothesis, RuleFound } from './found.ts';
import type { Law, Shape } from './laws.ts';
import { structuralNames } from './structure.ts';
import { logSum } from './logSum.ts';
import { movedEvidence, movedLaws, trainedFrom } from './trained.ts';

/** With fewer numbers than this, nothing is identified. */
const MIN_COUNT = 12;
const FREE_PRIOR = { normal: 0.15, uniform: 0.1, truncated: 0.05 } as const satisfies Record<
  Shape,
  number
>;
const SHIFTED_PRIOR = 0.2;
const NO_LAW_PRIOR = 0.2;
/** n numbers distinguish scales that differ by δ when n δ², the expected log-likelihood ratio, is well above 1. */
const TOLD_APART = 6;

/** Groups laws of one shape whose scales n numbers cannot distinguish. */
function together(laws: readonly Law[], n: number): readonly (readonly Law[])[] {
  const groups: Law[][] = [];
  for (const law of laws) {
    const group = groups.find(([first]) => {
      if (first === undefined || first.shape !== law.shape) return false;
      // n numbers determine a limit to a relative error of 1/n, a spread to 1/√n.
      const apart = Math.log(law.std / first.std);
      const power = law.shape === 'uniform' ? n * Math.abs(apart) : n * apart * apart;
      return power < TOLD_APART;
    });
    if (group === undefined) groups.push([law]);
    else group.push(law);
  }
  return groups;
}

/** Whether to list a rule beside the likeliest one: it gives the same law, or is not much rarer. */
const isWorthNaming = (law: Law, first: Law | undefined): boolean =>
  first === undefined ||
  law.prior >= 0.15 * first.prior ||
  Math.abs(Math.log(law.std / first.std)) < 1e-6;

function lawHypothesis(group: readonly Law[], sample: Sample): Hypothesis {
  const weights = group.map(
    (law) => Math.log(law.prior) + logLikelihood(sample, law.shape, law.std),
  );
  const ordered = group.toSorted((a, b) => b.prior - a.prior);
  const [first] = ordered;
  return {
    names: [...new Set(ordered.filter((law) => isWorthNaming(law, first)).map(({ name }) => name))],
    shape: first?.shape ?? null,
    std: first?.std ?? null,
    slip: ordered.some(({ slip }) => slip === null) ? null : (first?.slip ?? null),
    isFree: false,
    weight: logSum(weights),
  };
}

const SHAPES = ['normal', 'uniform', 'truncated'] as const;

/** Prior odds that a tensor has been trained; higher if the file's other tensors have been. */
const MOVED_ODDS = { fresh: 0.1, trained: 9 } as const;
/** With more numbers than this, it is clear whether a law has an edge. */
const EDGE_COUNT = 2000;
/** Threshold of `isIndependent`, in standard errors. */
const INDEPENDENT = 5;

/** Vectors of independent draws have a mean squared cosine of 1/length. Training aligns them. */
function isIndependent({ gram, numbers }: TensorSummary): boolean {
  if (gram === null || gram.vectors < 4) return true;
  // A common mean also aligns them.
  if (Math.abs(numbers.mean) > 0.05 * numbers.std) return true;
  const pairs = (gram.vectors * (gram.vectors - 1)) / 2;
  return gram.cosine ** 2 * gram.length - 1 < INDEPENDENT * Math.sqrt(2 / pairs);
}

/** Rounds limits that are within a few gaps of a whole number, such as the 0 and 1 of `rand`. */
function uniformName(min: number, max: number, n: number): string {
  const gap = (5 * (max - min)) / n;
  const limit = (value: number): number => {
    const whole = Math.round(value);
    return Math.abs(whole - value) < gap ? whole : Number(value.toPrecision(3));
  };
  return specName('random_uniform', { min: limit(min), max: limit(max) });
}

function freeHypotheses(
  sample: Sample,
  { min, max }: TensorSummary['numbers'],
): readonly Hypothesis[] {
  const free = SHAPES.map((shape): Hypothesis => {
    const std = fittedStd(sample, shape);
    return {
      names: [freeName(shape, std)],
      shape,
      std,
      slip: null,
      isFree: true,
      weight: Math.log(FREE_PRIOR[shape]) + freeEvidence(sample, shape),
    };
  });
  const round = (value: number): number => Number(value.toPrecision(3));
  return [
    ...free,
    {
      names: [specName('random_normal', { mean: round(sample.mean), std: round(sample.std) })],
      shape: 'normal',
      std: sample.std,
      slip: null,
      isFree: true,
      weight: Math.log(SHIFTED_PRIOR) + shiftedEvidence(sample),
    },
    {
      names: [uniformName(min, max, sample.n)],
      shape: 'uniform',
      std: (max - min) / Math.sqrt(12),
      slip: null,
      isFree: true,
      weight: Math.log(SHIFTED_PRIOR) + anyUniformEvidence(sample.n, min, max),
    },
  ];
}

/**
 * `null` if no rule can be identified: too few numbers, not a floating-point type, or no rule near. `file`: whether
 * the file's other tensors look trained (findings/trainedFile.ts).
 */
export function identify(
  summary: TensorSummary,
  file: keyof typeof MOVED_ODDS = 'fresh',
): RuleFound | null {
  const { numbers, dtype, bins, layout } = summary;
  const structural = structuralNames(summary);
  const [name] = structural;
  if (name !== undefined) {
    return {
      initializer: name,
      names: structural,
      confidence: 1,
      runnerUp: null,
      std: null,
      shape: null,
      trained: false,
      slip: null,
    };
  }
  if (bins === null || numbers.finite < Math.max(MIN_COUNT, numbers.count * 0.5)) return null;
  if (!isFloating(dtype) || dtype.startsWith('float8')) return null;
  const sample = sampleOf(numbers, dtype);
  const laws = lawsFor(layout);
  const hypotheses = [
    ...together(laws, sample.n).map((group) => lawHypothesis(group, sample)),
    // In a trained file, a law that no rule gives is not a plausible origin.
    ...(file === 'trained' ? [] : freeHypotheses(sample, numbers)),
  ].toSorted((a, b) => b.weight - a.weight);
  const nothing = Math.log(NO_LAW_PRIOR) + histogramEvidence(bins, numbers.finite);
  const all = logSum([...hypotheses.map(({ weight }) => weight), nothing]);
  const [best] = hypotheses;
  if (best === undefined) return null;
  const independent = isIndependent(summary);
  // Training blurs edges: a large tensor whose values keep a sharp limit is still as it was drawn.
  const hasEdge = best.shape !== 'normal' && best.weight > nothing && sample.n > EDGE_COUNT;
  const moved = independent && hasEdge ? [] : movedLaws(bins, numbers.std, laws);
  const odds = Math.log(MOVED_ODDS[file]);
  const evidence = movedEvidence(moved, sample.n) + odds;
  if (!independent || evidence > best.weight || best.weight < nothing) {
    return trainedFrom(summary, moved, laws);
  }
  const same = moved.filter(({ law }) => best.names.includes(law.name));
  const mine = movedEvidence(same, sample.n) + odds;
  // If the best is a rule, a law with a fitted scale is not a meaningful runner-up.
  const second = hypotheses.find((each) => each !== best && (best.isFree || !each.isFree));
  return {
    initializer: best.names[0] ?? '',
    names: best.names,
    confidence: Math.exp(logSum([best.weight, mine]) - logSum([all, evidence])),
    runnerUp: second?.names[0] ?? null,
    std: best.std,
    shape: best.shape,
    trained: false,
    slip: best.slip,
  };
}
