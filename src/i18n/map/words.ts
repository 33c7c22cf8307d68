/** The map's words in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { mapEn } from './en.ts';
import type { MapWords } from './en.ts';
import { mapFa } from './fa.ts';

export const useMapWords = catalogueHook<MapWords>({ en: mapEn, fa: mapFa });
