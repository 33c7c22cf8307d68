/** The words for the similarity of two examples in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { similarityEn } from './en.ts';
import type { SimilarityWords } from './en.ts';
import { similarityFa } from './fa.ts';

export const useSimilarityWords = catalogueHook<SimilarityWords>({
  en: similarityEn,
  fa: similarityFa,
});
