/** What the tables' rows are called, and how a lane names one: by its id and its parameters. */
import type { INITIALIZERS } from './initializers.ts';
import type { Params } from './params.ts';

/** The table's keys; link values as well. */
export type InitializerId = keyof typeof INITIALIZERS;

export const ACTIVATION_IDS = [
  'linear',
  'sigmoid',
  'tanh',
  'softsign',
  'relu',
  'leaky_relu',
  'elu',
  'selu',
  'gelu',
  'silu',
] as const;
export type ActivationId = (typeof ACTIVATION_IDS)[number];

/** An id of a table and the parameters that differ from its defaults or repeat them; written `id(key=value)`. */
export interface Spec<Id extends string> {
  readonly id: Id;
  readonly params: Params;
}
export type InitializerSpec = Spec<InitializerId>;
export type ActivationSpec = Spec<ActivationId>;
