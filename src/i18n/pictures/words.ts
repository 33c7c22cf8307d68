/** The words of pictures in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { picturesEn } from './en.ts';
import type { PicturesWords } from './en.ts';
import { picturesFa } from './fa.ts';

export const usePicturesWords = catalogueHook<PicturesWords>({ en: picturesEn, fa: picturesFa });
