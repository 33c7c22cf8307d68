/** Rows of the table of initializers, with the functions that follow from their rules. */
import type { InitializerId } from './ids.ts';
import type { Draw } from './draw.ts';
import type { InitializerRow } from './initializers.ts';
import { INITIALIZERS } from './initializers.ts';
import type { Params } from './params.ts';
import { withDefaults } from './params.ts';
import { ruleDraw } from './ruleDraw.ts';

export interface Initializer extends InitializerRow {
  readonly draw: (params: Params, fanIn: number, fanOut: number) => Draw;
}

const TABLE: Readonly<Record<InitializerId, InitializerRow>> = INITIALIZERS;

const isId = (text: string): text is InitializerId => Object.hasOwn(TABLE, text);

/** All ids in the order of the menu; also used as values in links. */
export const INITIALIZER_IDS: readonly InitializerId[] = Object.keys(TABLE).filter(isId);

/** The initializer of an id; omitted parameters of a spec have their default values. */
export function initializer(id: InitializerId): Initializer {
  const row = TABLE[id];
  const { params: table, rule } = row;
  return {
    ...row,
    draw: (params, fanIn, fanOut) => ruleDraw(rule, withDefaults(table, params), fanIn, fanOut),
  };
}
