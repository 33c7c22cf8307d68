/** What is remembered on this device. Storage may be full, blocked or corrupt; then it counts as empty. */
import * as v from 'valibot';
import { readStored, writeStored } from './device.ts';
import type { ViewState } from './types.ts';
import { LANGUAGES, THEMES } from './types.ts';

const LANGUAGE_KEY = 'init-lab:lang';
const THEME_KEY = 'init-lab:theme';
const VIEW_KEY = 'init-lab:view';

/** A value of an older version, or one that somebody wrote by hand, falls back field by field. */
const View = v.object({
  version: v.literal(1),
  digits: v.fallback(v.picklist(['native', 'latin']), 'native'),
  scale: v.fallback(v.picklist(['same', 'own']), 'same'),
});

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Language and theme stand on the page already: the script in index.html has put them there. */
export function storedView(page: {
  readonly lang: string;
  readonly theme: string | undefined;
}): Pick<ViewState, 'language' | 'theme' | 'digits' | 'scale'> {
  const view = v.safeParse(View, parse(readStored(VIEW_KEY)));
  return {
    language: LANGUAGES.find((each) => each === page.lang) ?? 'en',
    theme: THEMES.find((each) => each === page.theme) ?? 'light',
    digits: view.success ? view.output.digits : 'native',
    scale: view.success ? view.output.scale : 'same',
  };
}

/** Writes what has changed. */
export function rememberView(view: ViewState, before: ViewState): void {
  if (view.language !== before.language) writeStored(LANGUAGE_KEY, view.language);
  if (view.theme !== before.theme) writeStored(THEME_KEY, view.theme);
  if (view.digits !== before.digits || view.scale !== before.scale) {
    const { digits, scale } = view;
    writeStored(VIEW_KEY, JSON.stringify({ version: 1, digits, scale }));
  }
}
