/** All votes of the session, to take along. */
import type { ClassSession } from '../../store/class/classSession.ts';
import { rowsOf } from '../../store/class/tally.ts';
import type { VoteRow } from '../../store/class/tally.ts';

const COLUMNS = [
  'chapter',
  'step',
  'question',
  'answer',
  'round',
  'count',
] as const satisfies readonly (keyof VoteRow)[];

/** A cell of a CSV; quoted where it has to be. */
const cell = (value: string | number): string =>
  /[",\n\r]/.test(`${value}`) ? `"${`${value}`.replaceAll('"', '""')}"` : `${value}`;

export function votesCsv({ votes }: ClassSession): string {
  const rows = rowsOf(votes).map((row) => COLUMNS.map((name) => cell(row[name])).join(','));
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

export const votesJson = ({ votes }: ClassSession): string =>
  `${JSON.stringify({ format: 'init-lab-votes', version: 1, votes: rowsOf(votes) }, null, 2)}\n`;
