import { expect, test } from 'vitest';
import type { ClassSession } from '../../store/class/classSession.ts';
import { votesCsv, votesJson } from './votesFile.ts';

const SESSION: ClassSession = {
  clock: { since: null, before: 0 },
  votes: {
    'zero/all-zero': { rounds: [{ flat: 3, falls: 9 }, { flat: 12 }], shown: true },
    'choose/quiz/a,"b': { rounds: [{ one: 4 }], shown: false },
  },
};

test('a line for each answer and round, cells quoted where they must be', () => {
  expect(votesCsv(SESSION)).toBe(
    [
      'chapter,step,question,answer,round,count',
      'zero,all-zero,,flat,1,3',
      'zero,all-zero,,falls,1,9',
      'zero,all-zero,,flat,2,12',
      'choose,quiz,"a,""b",one,1,4',
      '',
    ].join('\r\n'),
  );
});

test('the same as JSON', () => {
  const { format, votes } = JSON.parse(votesJson(SESSION)) as { format: string; votes: object[] };
  expect(format).toBe('init-lab-votes');
  expect(votes[2]).toEqual({
    chapter: 'zero',
    step: 'all-zero',
    question: '',
    answer: 'flat',
    round: 2,
    count: 12,
  });
});
