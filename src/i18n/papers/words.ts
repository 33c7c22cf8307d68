/** The words of the papers page in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { papersEn } from './en.ts';
import type { PapersWords } from './en.ts';
import { papersFa } from './fa.ts';

export const usePapersWords = catalogueHook<PapersWords>({ en: papersEn, fa: papersFa });
