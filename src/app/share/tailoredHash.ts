import { LANGUAGES, THEMES } from '../../store/state/types.ts';
import type { Language, Theme } from '../../store/state/types.ts';
import { withKeys } from '../address/route.ts';
import type { Route } from '../address/route.ts';

/** What a teacher decides for the reader; `null` leaves it to them. */
export interface Tailoring {
  readonly hidden: ReadonlySet<string>;
  readonly language: Language | null;
  readonly theme: Theme | null;
  readonly embed: boolean;
}

/** What the link that is open already says. */
export const tailoringOf = (page: Route['page']): Tailoring => ({
  hidden: new Set(
    (page['hide'] ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  ),
  language: LANGUAGES.find((each) => each === page['lang']) ?? null,
  theme: THEMES.find((each) => each === page['theme']) ?? null,
  embed: page['embed'] !== undefined,
});

/** The same state, tailored. */
export const tailoredHash = (hash: string, { hidden, language, theme, embed }: Tailoring): string =>
  withKeys(hash, {
    hide: hidden.size === 0 ? null : [...hidden].join(','),
    lang: language,
    theme,
    embed: embed ? '' : null,
  });
