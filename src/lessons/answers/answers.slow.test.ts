/** Every answer's experiment, held against what the answer claims. */
import { describe, expect, test } from 'vitest';
import { loadInputs } from '../../engine/data/generate.ts';
import { factsOf } from '../../../tests/lessons.ts';
import { ANSWER_CLAIMS } from './answerClaims.ts';
import { ANSWER_ROWS } from './answerTable.ts';

await loadInputs(['digits']);
const SHOWN = ANSWER_ROWS.flatMap(({ id, stage }) =>
  stage === null ? [] : [[id, stage] as const],
);

test('every experiment has a claim, and every claim an experiment', () => {
  expect(Object.keys(ANSWER_CLAIMS).toSorted()).toEqual(SHOWN.map(([id]) => id).toSorted());
});

describe('claims', () => {
  test.each(SHOWN)('%s', (id, stage) => {
    const { holds, says, seeds = [2, 3] } = ANSWER_CLAIMS[id]!;
    expect(holds(factsOf(stage)), `${says}, on the stage itself`).toBe(true);
    for (const seed of seeds)
      expect(holds(factsOf(stage, seed)), `${says}, seed ${seed}`).toBe(true);
  });
});
