/** The words of the picture of the half that ReLU drops, in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { halfEn } from './en.ts';
import type { HalfWords } from './en.ts';
import { halfFa } from './fa.ts';

export const useHalfWords = catalogueHook<HalfWords>({ en: halfEn, fa: halfFa });
