/**
 * What the lesson says about networks, claim by claim: where it is said, on which stage, and what has to come
 * out of the engine for it to be true. Both languages say the same. Right answers stand in ANSWERS.
 */
import type { Claim } from './claim.ts';
import { CLAIMS as START } from '../1-start/claims.ts';
import { CLAIMS as ZERO } from '../2-zero/claims.ts';
import { CLAIMS as RANDOM } from '../3-random/claims.ts';
import { CLAIMS as SIGMOID } from '../4-sigmoid/claims.ts';
import { CLAIMS as XAVIER } from '../5-xavier/claims.ts';
import { CLAIMS as FRAMEWORKS } from '../6-frameworks/claims.ts';
import { CLAIMS as HE } from '../7-he/claims.ts';
import { CLAIMS as CHOOSE } from '../8-choose/claims.ts';

export const CLAIMS: readonly Claim[] = [
  ...START,
  ...ZERO,
  ...RANDOM,
  ...SIGMOID,
  ...XAVIER,
  ...FRAMEWORKS,
  ...HE,
  ...CHOOSE,
];

/** The right option of every question, by the key it is remembered under. */
export const ANSWERS: Readonly<Record<string, string>> = {
  'start/does-it-matter': 'fate',
  'start/watch-them-part': 'gradient',
  'zero/all-zero': 'flat',
  'zero/constant': 'one',
  'zero/when-zero-is-right': 'learns',
  'random/normal': 'third',
  'random/ten-layers': 'narrow',
  'sigmoid/small': 'nothing',
  'sigmoid/large': 'few',
  'sigmoid/search': 'no',
  'xavier/one-neuron': 'ten',
  'xavier/two-demands': 'no',
  'xavier/uniform-or-normal': 'nothing',
  'xavier/sigmoid-again': 'fails',
  'frameworks/default': 'different',
  'he/xavier-under-relu': 'thousand',
  'he/race-22': 'two',
  'he/race-30': 'stalls',
  'he/rate': 'one',
  'he/convolution': 'all',
  'he/border': 'third',
  'he/race-digits': 'one',
  'he/stall': 'between',
  'he/hundred': 'middle',
  'choose/leaky': 'square',
  'choose/cures': 'both',
  'choose/quiz/ones': 'one',
  'choose/quiz/uniform-std': 'root',
  'choose/quiz/linear-400': 'doubles',
  'choose/quiz/xavier-relu': 'half',
  'choose/quiz/shapes': 'alike',
  'choose/quiz/sigmoid-gradient': 'millionth',
  'choose/quiz/tanh-100': 'alive',
  'choose/quiz/he-tanh': 'healthy',
  'choose/quiz/float16': 'early',
  'choose/quiz/fan-out': 'four',
};
