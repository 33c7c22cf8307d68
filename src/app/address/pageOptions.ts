/** The keys of a link that concern the page rather than the view: `hide`, `embed`, `present`, `lang`, `theme`. */
import type { LabQuery, LinkPair } from '../../engine/lab/query.ts';
import type { Notice } from '../../engine/notice.ts';
import { notice } from '../../engine/notice.ts';
import { LANGUAGES, THEMES } from '../../store/state/types.ts';
import type { Language, Theme } from '../../store/state/types.ts';

export interface PageOptions {
  /** Names of the controls that a teacher's link hides. */
  readonly hidden: ReadonlySet<string>;
  /** Shows only the stage, inside another page. */
  readonly embed: boolean;
  /** Shows the lesson full screen, for the projector. */
  readonly present: boolean;
  /** `null`: the reader's own choice. */
  readonly language: Language | null;
  readonly theme: Theme | null;
}

export const NO_OPTIONS: PageOptions = {
  hidden: new Set(),
  embed: false,
  present: false,
  language: null,
  theme: null,
};

/** The word if it is in the list; otherwise `null` and a notice. */
function readWord<T extends string>(
  words: readonly T[],
  key: string,
  text: string | undefined,
): { readonly value: T | null; readonly notices: readonly Notice[] } {
  const value = words.find((each) => each === text) ?? null;
  const unknown = text !== undefined && value === null;
  return { value, notices: unknown ? [notice('unknown-value', key, text, '')] : [] };
}

export function readPageOptions(page: LabQuery['page']): {
  readonly options: PageOptions;
  readonly notices: readonly Notice[];
} {
  const names = (page.hide ?? '').split(',').map((name) => name.trim());
  const language = readWord(LANGUAGES, 'lang', page.lang);
  const theme = readWord(THEMES, 'theme', page.theme);
  return {
    options: {
      hidden: new Set(names.filter((name) => name !== '')),
      embed: page.embed !== undefined,
      present: page.present !== undefined,
      language: language.value,
      theme: theme.value,
    },
    notices: [...language.notices, ...theme.notices],
  };
}

const hide = ({ hidden }: PageOptions): readonly LinkPair[] =>
  hidden.size === 0 ? [] : [['hide', [...hidden].join(',')]];
const flag = (key: string, on: boolean, value: '' | null): readonly LinkPair[] =>
  on ? [[key, value]] : [];
const word = (key: string, value: string | null): readonly LinkPair[] =>
  value === null ? [] : [[key, value]];

/** The options as written in the address bar. */
export const addressOptions = (
  options: PageOptions,
  /** The value of a flag: `''` gives `embed=`, as in a link to the lab; `null` gives `embed`, as in one to a lesson. */
  flagValue: '' | null,
): readonly LinkPair[] => [
  ...hide(options),
  ...flag('embed', options.embed, flagValue),
  ...flag('present', options.present, flagValue),
  ...word('lang', options.language),
  ...word('theme', options.theme),
];

/** The options as written in a shared link, which never starts in presentation mode. */
export const sharedOptions = (options: PageOptions): readonly LinkPair[] => [
  ...hide(options),
  ...word('lang', options.language),
  ...word('theme', options.theme),
  ...flag('embed', options.embed, null),
];
