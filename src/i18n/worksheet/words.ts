/** The worksheet's words in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { worksheetEn } from './en.ts';
import type { WorksheetWords } from './en.ts';
import { worksheetFa } from './fa.ts';

export const useWorksheetWords = catalogueHook<WorksheetWords>({
  en: worksheetEn,
  fa: worksheetFa,
});
