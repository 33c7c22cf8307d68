/** Code that builds a lane's network with a lane's initializer, in the libraries of the lesson. */
import type { ExperimentConfig } from '../../types.ts';
import { jaxSnippet } from './jax.ts';
import { kerasSnippet } from './keras.ts';
import { numpySnippet } from './numpy.ts';
import { torchSnippet } from './torch.ts';

export const SNIPPETS = {
  keras: kerasSnippet,
  pytorch: torchSnippet,
  jax: jaxSnippet,
  numpy: numpySnippet,
} as const satisfies Record<string, (config: ExperimentConfig) => string | null>;

export type SnippetLibrary = keyof typeof SNIPPETS;
export const SNIPPET_LIBRARIES = [
  'keras',
  'pytorch',
  'jax',
  'numpy',
] as const satisfies readonly SnippetLibrary[];

/** A whole program; `null` where the library has no such initializer. */
export const snippet = (library: SnippetLibrary, config: ExperimentConfig): string | null =>
  SNIPPETS[library](config);
