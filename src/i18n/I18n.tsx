/** The words and number formats of the page's language, for every component. */
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Words } from './page/en.ts';
import type { Digits, Format } from './format.ts';
import { createFormat } from './format.ts';

/** Each language is fetched when it is first shown. */
const CATALOGUES = {
  en: async (): Promise<Words> => (await import('./page/en.ts')).en,
  fa: async (): Promise<Words> => (await import('./page/fa.ts')).fa,
};
export type CatalogueId = keyof typeof CATALOGUES;

const loaded = new Map<CatalogueId, Words>();

/** Fetches a catalogue ahead of its use; rejects if it cannot be fetched. */
export async function loadWords(language: CatalogueId): Promise<void> {
  loaded.set(language, await CATALOGUES[language]());
}

interface I18n {
  /** The language shown; stays the old one until the new one has been fetched. */
  readonly language: CatalogueId;
  readonly dir: 'ltr' | 'rtl';
  readonly words: Words;
  readonly format: Format;
}

const Context = createContext<I18n | null>(null);

interface ProviderProps {
  readonly language: CatalogueId;
  readonly digits: Digits;
  readonly children: ReactNode;
}

export function I18nProvider({ language, digits, children }: ProviderProps) {
  const [arrived, setArrived] = useState<CatalogueId | null>(null);
  const shown = loaded.has(language) ? language : arrived;
  useEffect(() => {
    let wanted = true;
    const show = (): void => {
      if (wanted) setArrived(language);
    };
    // If the fetch fails, the page stays in its current language.
    loadWords(language).then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [language]);
  const value = useMemo(() => {
    const words = shown === null ? undefined : loaded.get(shown);
    if (shown === null || words === undefined) return null;
    const format = createFormat(shown, digits, words.numbers);
    return { language: shown, dir: shown === 'fa' ? 'rtl' : 'ltr', words, format } as const;
  }, [shown, digits]);
  return value === null ? null : <Context value={value}>{children}</Context>;
}

export function useI18n(): I18n {
  const value = useContext(Context);
  if (value === null) throw new Error('useI18n needs an I18nProvider above it');
  return value;
}
export const useWords = (): Words => useI18n().words;
export const useFormat = (): Format => useI18n().format;

/** Makes the hook of a catalogue that is loaded with the code that uses it rather than with the page. */
export const catalogueHook =
  <Catalogue,>(catalogues: Readonly<Record<CatalogueId, Catalogue>>) =>
  (): Catalogue =>
    catalogues[useI18n().language];
