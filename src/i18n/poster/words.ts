/** The poster's words in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { posterEn } from './en.ts';
import type { PosterWords } from './en.ts';
import { posterFa } from './fa.ts';

export const usePosterWords = catalogueHook<PosterWords>({ en: posterEn, fa: posterFa });
