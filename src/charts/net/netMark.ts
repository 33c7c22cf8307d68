import { arrowStep } from '../../ui/arrowStep.ts';

/** The marked part of a small net: a weight, a bias, or a unit with all its weights. Counted from 1. */
export interface NetMark {
  readonly layer: number;
  readonly unit: number;
  readonly input: number | 'bias' | null;
}

export interface NetLayer {
  readonly layer: number;
  /** The whole matrix is `[fanOut × fanIn]`; only its first rows and columns are drawn. */
  readonly fanIn: number;
  readonly fanOut: number;
  readonly rows: number;
  readonly cols: number;
  /** `[rows × cols]`, row-major. */
  readonly weights: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
}

export const weightAt = ({ weights, cols }: NetLayer, unit: number, input: number): number =>
  weights[(unit - 1) * cols + input - 1] ?? 0;

export const signOf = (value: number): 'negative' | 'zero' | 'positive' =>
  value < 0 ? 'negative' : value > 0 ? 'positive' : 'zero';

/** The largest |w| of all layers; 1 where all are zero. */
export function largest(layers: readonly NetLayer[]): number {
  const all = layers.flatMap(({ weights, bias }) => [...Array.from(weights), ...Array.from(bias)]);
  return all.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}

/** Rounds for a cell: to three digits after the leading one of `limit`, so that columns stay narrow. */
export function rounded(value: number, limit: number): number {
  const places = 3 - Math.floor(Math.log10(limit));
  return Number(value.toFixed(Math.max(0, Math.min(100, places)))) || 0;
}

/** Relation of a weight to the mark: the marked one (`here`), one of the same unit (`row`), or another (`far`). */
export function nearness(
  mark: NetMark | null,
  layer: number,
  unit: number,
  input: number | 'bias',
): 'none' | 'here' | 'row' | 'far' {
  if (mark === null) return 'none';
  if (mark.layer !== layer || mark.unit !== unit) return 'far';
  return mark.input === input ? 'here' : 'row';
}

/** The cell that a key moves to, in a matrix with its bias as the last column; `null` for other keys. */
export function step(
  key: string,
  { unit, input }: NetMark,
  { rows, cols }: NetLayer,
): Pick<NetMark, 'unit' | 'input'> | null {
  const col = input === 'bias' || input === null ? cols + 1 : input;
  const within = (value: number, most: number): number => Math.max(1, Math.min(most, value));
  const to = (nextUnit: number, nextCol: number): Pick<NetMark, 'unit' | 'input'> => {
    const at = within(nextCol, cols + 1);
    return { unit: within(nextUnit, rows), input: at > cols ? 'bias' : at };
  };
  const move = arrowStep(key);
  if (move !== null) return to(unit + move[0], col + move[1]);
  switch (key) {
    case 'Home':
      return to(unit, 1);
    case 'End':
      return to(unit, cols + 1);
    default:
      return null;
  }
}
