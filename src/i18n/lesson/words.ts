/** The lesson's words in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { lessonEn } from './en.ts';
import type { LessonWords } from './en.ts';
import { lessonFa } from './fa.ts';

export const useLessonWords = catalogueHook<LessonWords>({ en: lessonEn, fa: lessonFa });
