/** The lesson's words in the page's language; both languages are small and come with the lesson. */
import { useI18n } from './I18n.tsx';
import { lessonEn } from './lesson.en.ts';
import type { LessonWords } from './lesson.en.ts';
import { lessonFa } from './lesson.fa.ts';

const CATALOGUES = { en: lessonEn, fa: lessonFa } as const satisfies Record<string, LessonWords>;

export const useLessonWords = (): LessonWords => CATALOGUES[useI18n().language];
