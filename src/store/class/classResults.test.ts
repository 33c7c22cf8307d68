import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMemory } from '../lesson/lessonMemory.ts';
import { classCsv, questionResults, studentResult } from './classResults.ts';
import { readStudent, studentFileText } from './studentFile.ts';
import type { StudentFile } from './studentFile.ts';

const RIGHT = { 'zero/all-zero': 'flat', 'choose/quiz/ones': 'one', 'choose/quiz/shapes': 'alike' };

const MEMORIES = parseMemory(
  JSON.stringify({
    version: 1,
    memories: {
      'zero/all-zero': {
        answer: { kind: 'choice', option: 'flat' },
        revealed: true,
        outcome: 'flat',
      },
      'choose/quiz/ones': {
        answer: { kind: 'choice', option: 'all' },
        revealed: true,
        outcome: 'one',
      },
      'he/hundred': { answer: { kind: 'sketch', decades: [0, null] }, revealed: true, outcome: 2 },
    },
  }),
);

function student(name: string, before: StudentFile['before']): StudentFile {
  const read = readStudent(studentFileText(name, before, MEMORIES));
  if (!read.ok) throw new Error(read.problem);
  return read.student;
}

test('what is saved reads back, scored against the right answers', () => {
  const mine = student(' مریم ', { ones: 'one', shapes: 'differ' });
  expect(mine.name).toBe('مریم');
  expect(studentResult(mine, RIGHT)).toEqual({
    name: 'مریم',
    before: { right: 1, answered: 2 },
    after: { right: 0, answered: 1 },
    predictions: { right: 1, answered: 1 },
  });
});

test('thirty files: by question before and after, and a table for a spreadsheet', () => {
  const all = Array.from({ length: 30 }, (_, i) =>
    student(`s${i}`, { ones: i < 12 ? 'one' : 'all' }),
  );
  expect(questionResults(all, RIGHT)[0]).toEqual({
    question: 'ones',
    before: { right: 12, answered: 30 },
    after: { right: 0, answered: 30 },
  });
  const lines = classCsv(all, RIGHT).trim().split('\r\n');
  expect(lines).toHaveLength(31);
  expect(lines[1]).toBe('s0,1,0,1,1,1,0,,');
});

test('a name that looks like a formula stays a name', () => {
  expect(classCsv([student('=1+1', {})], RIGHT)).toContain("'=1+1");
});

test('any other text is refused with its reason', () => {
  expect(readStudent('{')).toEqual({ ok: false, problem: 'not-json' });
  expect(readStudent('{"format":"init-lab/experiment@1"}')).toEqual({
    ok: false,
    problem: 'other-format',
  });
  expect(readStudent('{"format":"init-lab/class@1","name":7}')).toEqual({
    ok: false,
    problem: 'bad-field',
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readStudent(text).ok).toBe(false);
    }),
  );
});
