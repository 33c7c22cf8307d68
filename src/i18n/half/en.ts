/** The English words of the picture of the half that ReLU drops; fa.ts has the same keys. */
import type { Shape } from '../page/en.ts';

export const halfEn = {
  title: 'What does ReLU do to a sum?',
  dropped: 'becomes 0',
  kept: 'passes unchanged',
  bars: 'mean square, layer by layer',
  bin: 'values',
  spoken: (layers: string, share: string) =>
    `What is below 0 becomes 0. After ${layers} layers ${share} of the mean square is left.`,
} as const;

export type HalfWords = Shape<typeof halfEn>;
