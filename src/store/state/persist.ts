/** Settings of the view, stored on this device. Storage that is full, blocked or corrupt counts as empty. */
import { readStored, writeStored } from './device.ts';
import type { ViewState } from './types.ts';
import { LANGUAGES, THEMES } from './types.ts';

const LANGUAGE_KEY = 'init-lab:lang';
const THEME_KEY = 'init-lab:theme';
const VIEW_KEY = 'init-lab:view';

const DIGITS = ['native', 'latin'] as const satisfies readonly ViewState['digits'][];
const SCALES = ['same', 'own'] as const satisfies readonly ViewState['scale'][];

/** Fields by name; none if the text is not an object of this version. */
function fields(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = text === null ? null : JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    const record: Readonly<Record<string, unknown>> = { ...value };
    return record['version'] === 1 ? record : {};
  } catch {
    return {};
  }
}

/** Language and theme are read from the page, where the script in index.html has set them. */
export function storedView(page: {
  readonly lang: string;
  readonly theme: string | undefined;
}): Pick<ViewState, 'language' | 'theme' | 'digits' | 'scale'> {
  // Each invalid field (an older version, edited by hand) falls back to its default.
  const { digits, scale } = fields(readStored(VIEW_KEY));
  return {
    language: LANGUAGES.find((each) => each === page.lang) ?? 'en',
    theme: THEMES.find((each) => each === page.theme) ?? 'light',
    digits: DIGITS.find((each) => each === digits) ?? 'native',
    scale: SCALES.find((each) => each === scale) ?? 'same',
  };
}

/** Stores what has changed. */
export function rememberView(view: ViewState, before: ViewState): void {
  if (view.language !== before.language) writeStored(LANGUAGE_KEY, view.language);
  if (view.theme !== before.theme) writeStored(THEME_KEY, view.theme);
  if (view.digits !== before.digits || view.scale !== before.scale) {
    const { digits, scale } = view;
    writeStored(VIEW_KEY, JSON.stringify({ version: 1, digits, scale }));
  }
}
