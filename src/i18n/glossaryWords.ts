/** The glossary in the page's language; both come with what shows them, not with the page. */
import { useI18n } from './I18n.tsx';
import { glossaryEn } from './glossary.en.ts';
import type { GlossaryWords } from './glossary.en.ts';
import { glossaryFa } from './glossary.fa.ts';

const CATALOGUES = { en: glossaryEn, fa: glossaryFa } as const satisfies Record<
  string,
  GlossaryWords
>;

export const useGlossaryWords = (): GlossaryWords => CATALOGUES[useI18n().language];
