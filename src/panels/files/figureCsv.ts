/** The numbers behind a figure as a table for other programs. */
import type { FigureNumbers, RawCell } from '../../charts/frame/figureNumbers.ts';
import { csvText } from '../../engine/experiment/csvText.ts';

const text = (cell: RawCell): string => (cell === null ? '' : String(cell));

/** In full precision; the mark at the start lets Excel read Persian. */
export function figureCsv(
  columns: FigureNumbers['columns'],
  raw: readonly (readonly RawCell[])[],
): string {
  const header = columns.map(({ title }) =>
    // Marks that keep directions apart on the page are noise in a file.
    typeof title === 'string' ? title.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '') : '',
  );
  return `\uFEFF${csvText([header, ...raw.map((row) => row.map(text))])}`;
}
