import { afterEach, expect, test, vi } from 'vitest';
import { rememberView, storedView } from './persist.ts';
import type { ViewState } from './types.ts';

afterEach(() => vi.unstubAllGlobals());
const page = { lang: 'fa', theme: 'dark' };
const fake = (content: Record<string, string>) => {
  const kept = new Map(Object.entries(content));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  return kept;
};
const VIEW: ViewState = {
  language: 'en',
  digits: 'native',
  theme: 'light',
  presenting: false,
  scale: 'same',
  quantity: 'activations',
  focus: null,
  opened: null,
};

test('language and theme come from the page, the rest from storage', () => {
  fake({ 'init-lab:view': '{"version":1,"digits":"latin","scale":"own"}' });
  expect(storedView(page)).toEqual({
    language: 'fa',
    theme: 'dark',
    digits: 'latin',
    scale: 'own',
  });
});

test.each(['', '{', 'null', '[]', '{"version":9}', '"<script>"', '{"version":1,"scale":7}'])(
  'spoilt storage %j gives the defaults',
  (text) => {
    fake({ 'init-lab:view': text });
    expect(storedView({ lang: 'xx', theme: undefined })).toEqual({
      language: 'en',
      theme: 'light',
      digits: 'native',
      scale: 'same',
    });
  },
);

test('forbidden storage changes nothing', () => {
  const refuse = (): never => {
    throw new Error('forbidden');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  expect(storedView(page).language).toBe('fa');
  expect(() => rememberView({ ...VIEW, language: 'fa', scale: 'own' }, VIEW)).not.toThrow();
});

test('what changes is written, and reads back', () => {
  const kept = fake({});
  rememberView({ ...VIEW, language: 'fa', theme: 'projector', digits: 'latin' }, VIEW);
  expect(kept.get('init-lab:lang')).toBe('fa');
  expect(kept.get('init-lab:theme')).toBe('projector');
  expect(storedView(page).digits).toBe('latin');
});
