/** Context with the function that opens the help, for use anywhere on the page. */
import { createContext } from 'react';

/** The part of the help that is in view when it opens. */
export type HelpPlace = 'top' | 'glossary';

export const OpenHelp = createContext<(place: HelpPlace) => void>(() => undefined);
