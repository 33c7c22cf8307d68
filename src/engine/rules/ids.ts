/** Ids of the rows of the tables, and specs: an id with parameters, as used in a lane. */
import type { INITIALIZERS } from './initializers.ts';
import type { Params } from './params.ts';

/** Keys of the table of initializers, also used as values in links. */
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

/** An id of a table with any of its parameters, others having their default values; written `id(key=value)`. */
export interface Spec<Id extends string> {
  readonly id: Id;
  readonly params: Params;
}
export type InitializerSpec = Spec<InitializerId>;
export type ActivationSpec = Spec<ActivationId>;
