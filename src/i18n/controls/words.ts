/** The names of the controls in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { controlsEn } from './en.ts';
import type { ControlsWords } from './en.ts';
import { controlsFa } from './fa.ts';

export const useControlsWords = catalogueHook<ControlsWords>({ en: controlsEn, fa: controlsFa });
