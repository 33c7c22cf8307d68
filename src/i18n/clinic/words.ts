/** The words of the clinic in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { clinicEn } from './en.ts';
import type { ClinicWords } from './en.ts';
import { clinicFa } from './fa.ts';

export const useClinicWords = catalogueHook<ClinicWords>({ en: clinicEn, fa: clinicFa });
