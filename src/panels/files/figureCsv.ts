/** The numbers behind a figure as a table for other programs. */
import type { FigureNumbers, RawCell } from '../../charts/frame/figureNumbers.ts';
import { csvText } from '../../engine/experiment/csvText.ts';

const text = (cell: RawCell): string => (cell === null ? '' : String(cell));

/** In full precision; the byte order mark tells Excel that the file is UTF-8, which Persian needs. */
export function figureCsv(
  columns: FigureNumbers['columns'],
  raw: readonly (readonly RawCell[])[],
): string {
  const header = columns.map(({ title }) =>
    // Marks that isolate text directions on the page do not belong in a file.
    typeof title === 'string' ? title.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '') : '',
  );
  return `\uFEFF${csvText([header, ...raw.map((row) => row.map(text))])}`;
}
