/** The words of presenting in the page's language; they come with the lesson. */
import { useI18n } from './I18n.tsx';
import { presentEn } from './present.en.ts';
import type { PresentWords } from './present.en.ts';
import { presentFa } from './present.fa.ts';

const CATALOGUES = { en: presentEn, fa: presentFa } as const satisfies Record<string, PresentWords>;

export const usePresentWords = (): PresentWords => CATALOGUES[useI18n().language];
