/** The words of the share dialog in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { shareEn } from './en.ts';
import type { ShareWords } from './en.ts';
import { shareFa } from './fa.ts';

export const useShareWords = catalogueHook<ShareWords>({ en: shareEn, fa: shareFa });
