/** The words of the races in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { raceEn } from './en.ts';
import type { RaceWords } from './en.ts';
import { raceFa } from './fa.ts';

export const useRaceWords = catalogueHook<RaceWords>({ en: raceEn, fa: raceFa });
