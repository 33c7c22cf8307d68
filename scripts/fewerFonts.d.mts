import type { Plugin } from 'vite';

export function fewerFonts(): Plugin;
