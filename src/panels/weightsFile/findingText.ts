/** A finding as a sentence. */
import type { Finding, FindingId } from '../../weightsFile/findings/finding.ts';
import type { Format } from '../../i18n/format.ts';
import type { WeightsWords } from '../../i18n/weights/en.ts';

type Print = 'number' | 'integer' | 'percent';

/** The numbers of each finding's sentence, in the order of its arguments, and how they are printed. */
const NUMBERS: Readonly<Record<FindingId, readonly (readonly [name: string, print: Print])[]>> = {
  'non-finite': [
    ['count', 'integer'],
    ['of', 'integer'],
  ],
  'equal-units': [
    ['distinct', 'integer'],
    ['units', 'integer'],
  ],
  'both-zero': [],
  'all-zero': [['layers', 'integer']],
  'same-draws': [['layers', 'integer']],
  'mean-shifted': [
    ['mean', 'number'],
    ['std', 'number'],
  ],
  'brackets-missing': [
    ['std', 'number'],
    ['right', 'number'],
  ],
  'variance-as-std': [
    ['std', 'number'],
    ['right', 'number'],
  ],
  'std-as-limit': [
    ['std', 'number'],
    ['right', 'number'],
  ],
  'wrong-fan': [
    ['std', 'number'],
    ['right', 'number'],
    ['fanIn', 'integer'],
    ['fanOut', 'integer'],
  ],
  'group-fan': [
    ['std', 'number'],
    ['right', 'number'],
  ],
  'area-forgotten': [
    ['std', 'number'],
    ['right', 'number'],
    ['area', 'integer'],
  ],
  'too-wide-head': [
    ['spread', 'number'],
    ['classes', 'integer'],
    ['loss', 'number'],
    ['chance', 'number'],
  ],
  'too-wide-embedding': [
    ['std', 'number'],
    ['loss', 'number'],
    ['chance', 'number'],
  ],
  'cut-at-two': [['std', 'number']],
  'bias-negative': [['mean', 'number']],
  skipped: [
    ['layers', 'integer'],
    ['of', 'integer'],
  ],
  'default-untouched': [
    ['layers', 'integer'],
    ['kept', 'number'],
  ],
  'residual-unscaled': [
    ['branches', 'integer'],
    ['std', 'number'],
    ['right', 'number'],
  ],
  explodes: [
    ['layers', 'integer'],
    ['factor', 'number'],
  ],
  vanishes: [
    ['layers', 'integer'],
    ['factor', 'number'],
  ],
  'zero-right': [],
  'prior-bias': [
    ['mean', 'number'],
    ['share', 'percent'],
  ],
};

export function findingSentence(
  { id, numbers }: Finding,
  words: WeightsWords,
  format: Format,
): string {
  const [a = '', b = '', c = '', d = ''] = NUMBERS[id].map(([name, print]) => {
    const value = numbers[name] ?? Number.NaN;
    if (print === 'integer') return format.integer(value);
    return print === 'percent' ? format.percent(value) : format.plain(value);
  });
  return words.finding[id].say(a, b, c, d);
}
