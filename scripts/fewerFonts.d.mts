import type { Plugin } from 'vite';

/** The letters of Arabic script that the page's font keeps. */
export const PERSIAN: string;

export function fewerFonts(): Plugin;
