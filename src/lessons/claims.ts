/**
 * The lesson's claims about networks: where each is made, on which stage, and what the engine has to compute for
 * it to be true. Both languages make the same claims. The right answers are in facts/rightAnswers.ts.
 */
import type { Claim } from './facts/claim.ts';
import { CLAIMS as START } from './1-start/claims.ts';
import { CLAIMS as ZERO } from './2-zero/claims.ts';
import { CLAIMS as RANDOM } from './3-random/claims.ts';
import { CLAIMS as SIGMOID } from './4-sigmoid/claims.ts';
import { CLAIMS as XAVIER } from './5-xavier/claims.ts';
import { CLAIMS as FRAMEWORKS } from './6-frameworks/claims.ts';
import { CLAIMS as HE } from './7-he/claims.ts';
import { CLAIMS as CHOOSE } from './8-choose/claims.ts';
import { CLAIMS as CLINIC } from './9-clinic/claims.ts';

export const CLAIMS: readonly Claim[] = [
  ...START,
  ...ZERO,
  ...RANDOM,
  ...SIGMOID,
  ...XAVIER,
  ...FRAMEWORKS,
  ...HE,
  ...CHOOSE,
  ...CLINIC,
];
