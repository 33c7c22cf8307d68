/** The words of the questions page in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import type { AnswerWords } from './answerWords.ts';
import { answersEn } from './en.ts';
import { answersFa } from './fa.ts';

export const useAnswerWords = catalogueHook<AnswerWords>({ en: answersEn, fa: answersFa });
