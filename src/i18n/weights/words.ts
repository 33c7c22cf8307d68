/** The words of the weight file page in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { weightsEn } from './en.ts';
import type { WeightsWords } from './en.ts';
import { weightsFa } from './fa.ts';

export const useWeightsWords = catalogueHook<WeightsWords>({ en: weightsEn, fa: weightsFa });
