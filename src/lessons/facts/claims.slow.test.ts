/** Every claim of the lesson, held against the engine. */
import { describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { parseQuery } from '../../engine/lab/query.ts';
import { raceSeconds } from '../../engine/train/cost.ts';
import { raceLanes } from '../../engine/train/lanes.ts';
import { createTrainer } from '../../engine/train/trainer.ts';
import { CLAIMS } from '../claims.ts';
import { RIGHT_ANSWERS } from './rightAnswers.ts';
import { choicesOf } from '../questions.ts';
import { printNumber } from './numbers.ts';
import { CHAPTERS } from '../index.ts';
import type { Stage } from '../schema.ts';
import { outlineOf, QUIZ, revealedOf, STEPS } from '../../../tests/lessons.ts';
import { factsOf } from '../../../tests/stageFacts.ts';

const QUESTIONS = new Map(QUIZ);
const PLACES = new Map(STEPS.map(([name, , step]) => [name, step]));

function stageAt(at: string): Stage {
  const step = PLACES.get(at);
  const stage = QUESTIONS.get(at)?.stage ?? (step === undefined ? undefined : revealedOf(step));
  if (stage === undefined) throw new Error(`no place ${at}`);
  return stage;
}

/** Convolutions in training are run from one seed; bench/digits.mjs has twenty. */
function isLong({ kind, query }: Stage): boolean {
  if (kind === 'lab') return false;
  return raceSeconds(raceLanes(parseQuery(query, kind)).lanes, 1, 1) > 2.5;
}
/** Where other work shares the cores. */
const TIMEOUT = 600_000;

describe('claims', () => {
  test.each(CLAIMS.map((claim) => [claim.at, claim.says, claim] as const))(
    '%s: %s',
    (at, _says, claim) => {
      const stage = { kind: claim.kind, query: claim.query ?? stageAt(at).query };
      expect(claim.holds(factsOf(stage)), 'on the stage itself').toBe(true);
      for (const seed of claim.seeds) {
        expect(claim.holds(factsOf(stage, seed)), `from seed ${seed}`).toBe(true);
      }
    },
    TIMEOUT,
  );

  test('are about steps that exist, each said once', () => {
    const named = CLAIMS.map(({ at, says }) => `${at}: ${says}`);
    expect(new Set(named).size).toBe(named.length);
    for (const { at } of CLAIMS) expect(() => stageAt(at)).not.toThrow();
  });
});

describe('answers', () => {
  const keys = CHAPTERS.flatMap(choicesOf);

  test('are known for every question', () => {
    expect(Object.keys(RIGHT_ANSWERS).toSorted()).toEqual([...keys].toSorted());
  });

  test.each(keys)(
    '%s',
    (key) => {
      const prediction = PLACES.get(key)?.prediction;
      const correct =
        QUESTIONS.get(key)?.correct ??
        (prediction?.kind === 'choice' ? prediction.correct : undefined);
      const [chapter = '', step = '', question] = key.split('/');
      const text = outlineOf(chapter, 'en').steps.find(({ id }) => id === step);
      const asked =
        question === undefined ? text?.question : text?.questions.find(({ id }) => id === question);
      expect(asked?.options).toContain(RIGHT_ANSWERS[key]);
      const stage = stageAt(key);
      for (const seed of isLong(stage) ? [undefined] : [undefined, 1, 2, 3]) {
        expect(correct?.(factsOf(stage, seed)), `seed ${seed ?? 'of the stage'}`).toBe(
          RIGHT_ANSWERS[key],
        );
      }
    },
    TIMEOUT,
  );
});

describe('numbers', () => {
  const shown = STEPS.flatMap(([name, chapter, step]) => {
    const text = outlineOf(chapter.id, 'en').steps.find(({ id }) => id === step.id);
    return (text?.numbers ?? []).map((number) => {
      const { question, beforeAnswer } = number;
      const asked = question === null ? undefined : QUESTIONS.get(`${name}/${question}`);
      const stage = asked?.stage ?? (beforeAnswer ? step.stage : revealedOf(step));
      const at = `${name}: ${number.of} ${number.lane ?? ''} ${number.layer ?? ''}`;
      return [at, number, stage] as const;
    });
  });

  test.each(shown)(
    '%s',
    (_at, { of, lane, layer, framework }, stage) => {
      const found = printNumber(of, factsOf(stage), {
        lane: Number(lane ?? 0),
        layer: layer === 'last' ? 'last' : Number(layer ?? 1),
        framework,
      });
      expect(found).not.toBeNull();
      if (found !== null && found.kind !== 'never') expect(found.value).not.toBeNaN();
    },
    TIMEOUT,
  );
});

test('a nudge grows: the pushed unit runs away from its twins, which stay equal', async () => {
  const kernels = await createKernels();
  const query = 'input=circle&depth=2&width=8&lr=0.1&steps=500&act=tanh&lane=constant(value=0.5)';
  const [lane] = raceLanes(parseQuery(`${query}&nudge=1,3,1,0.1`)).lanes;
  const trainer = createTrainer(lane!, kernels);
  const outgoing = (): readonly number[] => [
    ...kernels.view(trainer.network.layers[1]!.weights).subarray(0, 8),
  ];
  const gap = (): number => Math.abs(outgoing()[2]! - outgoing()[0]!);
  expect(gap()).toBe(0);
  const gaps = [10, 100, 500].map((until, i, all) => {
    for (let step = all[i - 1] ?? 0; step < until; step += 1) trainer.step(step);
    return gap();
  });
  expect(gaps[0]).toBeGreaterThan(0);
  expect(gaps[1]).toBeGreaterThan(gaps[0]!);
  expect(gaps[2]).toBeGreaterThan(gaps[1]!);
  const twins = outgoing().filter((_, unit) => unit !== 2);
  expect(new Set(twins).size).toBe(1);
});
