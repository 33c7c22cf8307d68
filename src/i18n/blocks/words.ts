/** The words for blocks, normalization, output layer and inputs in the page's language. */
import { catalogueHook } from '../I18n.tsx';
import { blocksEn } from './en.ts';
import type { BlocksWords } from './en.ts';
import { blocksFa } from './fa.ts';

export const useBlocksWords = catalogueHook<BlocksWords>({ en: blocksEn, fa: blocksFa });
