/** The numbers behind a chart, as a table to read and as rows for a file. */
import type { TableColumn, TableRow } from './NumberTable.tsx';

/** `null` where there is no number. */
export type RawCell = string | number | null;

export interface FigureNumbers {
  /** Text of the button. */
  readonly show: string;
  readonly hide: string;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Called only while the table is open. */
  readonly rows: () => readonly TableRow[];
  /** The same numbers in full precision, one row per line of a file; without it no file is offered. */
  readonly raw?: () => readonly (readonly RawCell[])[];
}
