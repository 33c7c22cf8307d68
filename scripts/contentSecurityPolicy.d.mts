import type { Plugin } from 'vite';

/** Adds the content security policy to the built page, with the hashes of its inline scripts. */
export function contentSecurityPolicy(options: { readonly singleFile: boolean }): Plugin;
