/**
 * The claims of the course's slides, and the step of the lesson whose experiment shows what is exactly true.
 * Each of these steps has claims in claims.ts, which are checked against the engine; the words are in
 * i18n/papers.
 */
export const SLIDE_CLAIMS = [
  { id: 'constant', verdict: 'simplified', at: 'zero/constant' },
  { id: 'zero', verdict: 'simplified', at: 'zero/why-flat' },
  { id: 'symmetry', verdict: 'exact', at: 'zero/symmetry' },
  { id: 'interval', verdict: 'simplified', at: 'random/normal' },
  { id: 'alike', verdict: 'simplified', at: 'random/draw' },
  { id: 'problematic', verdict: 'simplified', at: 'random/ten-layers' },
  { id: 'sigmoid', verdict: 'simplified', at: 'sigmoid/search' },
  { id: 'xavier', verdict: 'simplified', at: 'xavier/sigmoid-again' },
  { id: 'shape', verdict: 'exact', at: 'xavier/uniform-or-normal' },
  { id: 'formula', verdict: 'simplified', at: 'frameworks/names' },
  { id: 'default', verdict: 'exact', at: 'frameworks/default' },
  { id: 'recipe', verdict: 'exact', at: 'he/recipe' },
  { id: 'race22', verdict: 'exact', at: 'he/race-22' },
  { id: 'race30', verdict: 'simplified', at: 'he/race-30' },
] as const;
