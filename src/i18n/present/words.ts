/** The words of presenting in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { presentEn } from './en.ts';
import type { PresentWords } from './en.ts';
import { presentFa } from './fa.ts';

export const usePresentWords = catalogueHook<PresentWords>({ en: presentEn, fa: presentFa });
