/** The glossary in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { glossaryEn } from './en.ts';
import type { GlossaryWords } from './en.ts';
import { glossaryFa } from './fa.ts';

export const useGlossaryWords = catalogueHook<GlossaryWords>({ en: glossaryEn, fa: glossaryFa });
