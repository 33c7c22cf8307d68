/** The words of the class page in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { classEn } from './en.ts';
import type { ClassWords } from './en.ts';
import { classFa } from './fa.ts';

export const useClassWords = catalogueHook<ClassWords>({ en: classEn, fa: classFa });
