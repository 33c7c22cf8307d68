import type { Plugin } from 'vite';

/** Writes the policy into the built page, with the hashes of its own inline scripts. */
export function contentSecurityPolicy(options: { readonly singleFile: boolean }): Plugin;
