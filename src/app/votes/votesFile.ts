/** Export of all votes of the session. */
import { csvText } from '../../engine/experiment/csvText.ts';
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

export function votesCsv({ votes }: ClassSession): string {
  const rows = rowsOf(votes).map((row) => COLUMNS.map((name) => String(row[name])));
  return csvText([COLUMNS, ...rows]);
}

export const votesJson = ({ votes }: ClassSession): string =>
  `${JSON.stringify({ format: 'init-lab-votes', version: 1, votes: rowsOf(votes) }, null, 2)}\n`;
