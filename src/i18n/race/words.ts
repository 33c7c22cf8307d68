/** The words of the races come with the races, both languages at once. */
import type { Shape } from '../en.ts';
import { useI18n } from '../I18n.tsx';
import { en } from './en.ts';
import { fa } from './fa.ts';

export type RaceWords = Shape<typeof en>;

export function useRaceWords(): RaceWords {
  return useI18n().language === 'fa' ? fa : en;
}
