/** Rules recognized by the arrangement of the numbers instead of their distribution. */
import type { TensorSummary } from '../measure/summarize.ts';
import { specName, TYPED } from './laws.ts';

/** Largest cosine, and largest spread of the norms, of an orthogonal matrix, relative to independent draws. */
const ORTHOGONAL = 0.05;

const isNear = (value: number, of: number): boolean => Math.abs(value - of) < 1e-3 * Math.abs(of);
const GAINS = [1, Math.SQRT2, 5 / 3, 0.01, 0.1, 0.5, 2, 1.1, 0.8];

/** Names of the rules that fit, likelier ones first; empty if none does. */
export function structuralNames(summary: TensorSummary): readonly string[] {
  const { numbers, zerosPerInput, units } = summary;
  if (numbers.finite < numbers.count || numbers.finite === 0) return [];
  if (numbers.min === numbers.max) {
    if (numbers.min === 0) return ['zeros'];
    return [numbers.min === 1 ? 'ones' : specName('constant', { value: numbers.min })];
  }
  const arranged = matrixNames(summary);
  if (arranged.length > 0) return arranged;
  const columns = units.count > 1 ? numbers.count / units.count : 0;
  if (zerosPerInput !== null && columns >= 3 && zerosPerInput < units.count) {
    const kept = numbers.finite * (1 - numbers.zero);
    const std = Math.sqrt((numbers.finite * numbers.rms ** 2) / kept);
    return [sparseName(zerosPerInput, units.count, std, kept)];
  }
  return [];
}

function matrixNames({ gram, numbers }: TensorSummary): readonly string[] {
  if (gram === null || gram.vectors < 2) return [];
  const zeros = Math.round(numbers.zero * numbers.finite);
  if (gram.diagonal && zeros === numbers.count - numbers.count / gram.length) {
    return [specName('identity', { gain: gram.norm })];
  }
  const independent = Math.sqrt(1 / gram.length);
  const isOrthogonal =
    gram.vectors >= 3 &&
    gram.cosine < ORTHOGONAL * independent &&
    gram.spread < ORTHOGONAL * Math.SQRT2 * independent;
  if (!isOrthogonal) return [];
  const gain = GAINS.find((each) => isNear(gram.norm, each));
  // An unusual gain suggests LSUV, which scales an orthogonal matrix.
  return gain === undefined
    ? ['lsuv', specName('orthogonal', { gain: gram.norm })]
    : [specName('orthogonal', { gain })];
}

/** Shares people type, the usual ones first. */
const SHARES = [0.1, 0.5, 0.9, 0.2, 0.25, 0.75, 0.8, 0.3, 0.05, 0.95, 0.4, 0.6, 0.7, 0.15];

/** Finds the usual share s that gives `⌈s · units⌉` zeros per column, and a typed σ within the error of `std`. */
function sparseName(zeros: number, units: number, std: number, kept: number): string {
  const sparsity = SHARES.find((share) => Math.ceil(share * units) === zeros) ?? zeros / units;
  const error = 3 / Math.sqrt(2 * kept);
  const typed = TYPED.find((value) => Math.abs(Math.log(std / value)) < error);
  return specName('sparse', { sparsity, std: typed ?? std });
}
