/** The names of the pages that only the start page links to, in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { doorsEn } from './en.ts';
import type { DoorsWords } from './en.ts';
import { doorsFa } from './fa.ts';

export const useDoorsWords = catalogueHook<DoorsWords>({ en: doorsEn, fa: doorsFa });
