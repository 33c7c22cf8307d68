/** The fan calculator's words in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { fansEn } from './en.ts';
import type { FansWords } from './en.ts';
import { fansFa } from './fa.ts';

export const useFansWords = catalogueHook<FansWords>({ en: fansEn, fa: fansFa });
