/** The worksheet's words in the page's language. */
import { useI18n } from './I18n.tsx';
import { worksheetEn } from './worksheet.en.ts';
import type { WorksheetWords } from './worksheet.en.ts';
import { worksheetFa } from './worksheet.fa.ts';

const CATALOGUES = { en: worksheetEn, fa: worksheetFa } as const satisfies Record<
  string,
  WorksheetWords
>;

export const useWorksheetWords = (): WorksheetWords => CATALOGUES[useI18n().language];
