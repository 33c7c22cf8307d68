import type { Plugin } from 'vite';

/** The Arabic-script characters kept in the page's font. */
export const PERSIAN: string;

export function fewerFonts(): Plugin;
