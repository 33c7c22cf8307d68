/** The words of the page of weight files in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { weightsEn } from './en.ts';
import type { WeightsWords } from './en.ts';
import { weightsFa } from './fa.ts';

export const useWeightsWords = catalogueHook<WeightsWords>({ en: weightsEn, fa: weightsFa });
