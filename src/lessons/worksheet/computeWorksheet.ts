/** Computes the results of the stages that a chapter's worksheet needs. */
import type { Facts } from '../facts/facts.ts';
import { NO_FACTS } from '../facts/facts.ts';
import type { Chapter, Stage } from '../schema.ts';
import type { Outline } from '../tags.ts';
import type { Computed } from './worksheetContext.ts';

/** The instruments' settings on a worksheet: the single neuron with the hundred inputs of its question. */
const DIALS = { ...NO_FACTS.dials, inputs: 100 } as const;

interface Place {
  readonly key: string;
  readonly before: Stage;
  readonly after: Stage;
  readonly correct: ((facts: Facts) => string | null) | null;
}

/** All places of the chapter that ask something or print a number, except stages that run on request only. */
function placesOf({ id, steps }: Chapter, outline: Outline): readonly Place[] {
  return steps.flatMap(({ id: step, stage, revealed = stage, prediction, questions = [] }) => {
    if (revealed.start === 'on-request') return [];
    const key = `${id}/${step}`;
    const prints = outline.steps.some((each) => each.id === step && each.numbers.length > 0);
    const correct = prediction.kind === 'choice' ? prediction.correct : null;
    const own: Place = { key, before: stage, after: revealed, correct };
    return [
      ...(questions.length === 0 && (prints || prediction.kind !== 'none') ? [own] : []),
      ...questions.map((question) => ({
        key: `${key}/${question.id}`,
        before: question.stage,
        after: question.stage,
        correct: question.correct,
      })),
    ];
  });
}

export interface Results extends Pick<Facts, 'lanes' | 'races'> {}

/** `compute` returns the results of the stages in the given order. */
export async function computeWorksheet(
  chapter: Chapter,
  outline: Outline,
  compute: (stages: readonly Stage[]) => Promise<readonly Results[]>,
): Promise<ReadonlyMap<string, Computed>> {
  const places = placesOf(chapter, outline);
  const results = await compute(places.flatMap(({ before, after }) => [before, after]));
  const factsAt = (index: number): Facts => ({ ...NO_FACTS, ...results[index], dials: DIALS });
  return new Map(
    places.map(({ key, correct }, index) => {
      const [before, after] = [factsAt(2 * index), factsAt(2 * index + 1)];
      return [key, { before, after, correct: correct?.(after) ?? null }];
    }),
  );
}
