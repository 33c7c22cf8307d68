/** The words and numbers of the page's language, for every component. */
import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Words } from './en.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import type { Digits, Format } from './format.ts';
import { createFormat } from './format.ts';

const CATALOGUES: Readonly<Record<'en' | 'fa', Words>> = { en, fa };
export type CatalogueId = keyof typeof CATALOGUES;

interface I18n {
  readonly language: CatalogueId;
  readonly dir: 'ltr' | 'rtl';
  readonly words: Words;
  readonly format: Format;
}

const Context = createContext<I18n>({
  language: 'en',
  dir: 'ltr',
  words: en,
  format: createFormat('en', 'native', en.numbers),
});

interface ProviderProps {
  readonly language: CatalogueId;
  readonly digits: Digits;
  readonly children: ReactNode;
}

export function I18nProvider({ language, digits, children }: ProviderProps) {
  const value = useMemo(() => {
    const words = CATALOGUES[language];
    const format = createFormat(language, digits, words.numbers);
    return { language, dir: language === 'fa' ? 'rtl' : 'ltr', words, format } as const;
  }, [language, digits]);
  return <Context value={value}>{children}</Context>;
}

export const useI18n = (): I18n => useContext(Context);
export const useWords = (): Words => useContext(Context).words;
export const useFormat = (): Format => useContext(Context).format;
