/** The English words for the similarity of two examples; fa.ts has the same keys. */
import type { Shape } from '../page/en.ts';

export const similarityEn = {
  tab: 'similarity',
  title: 'How alike do two inputs look?',
  y: 'mean cosine of z between examples',
  caption:
    'Dots: mean cosine of the pre-activations of two examples, over all pairs. At 1 the net cannot tell them apart, however healthy the spread.',
  predicted: 'Lines are predicted by theory.',
  joined: 'Thin lines only join the dots: for such a net there is no line of theory.',
  without: (lane: string) => `${lane}: no cosine to measure`,
  none: 'With fewer than two examples there is nothing to compare.',
} as const;

export type SimilarityWords = Shape<typeof similarityEn>;
