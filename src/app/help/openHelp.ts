/** Opens the help from anywhere on the page. */
import { createContext } from 'react';

/** What of the help is in sight when it opens. */
export type HelpPlace = 'top' | 'glossary';

export const OpenHelp = createContext<(place: HelpPlace) => void>(() => undefined);
