import type { Plugin } from 'vite';

/** A plugin that changes index.html after everything else has; several do so in the order in which they are listed. */
export function changeBuiltPage(name: string, change: (html: string) => string): Plugin;
