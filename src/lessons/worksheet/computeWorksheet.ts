/** Which stages of a chapter a worksheet needs computed, and what their results say. */
import type { Facts } from '../facts/facts.ts';
import { NO_FACTS } from '../facts/facts.ts';
import type { Chapter, Stage } from '../schema.ts';
import type { Outline } from '../tags.ts';
import type { Computed } from './worksheetContext.ts';

/** The instruments as a worksheet shows them: the one neuron with the hundred inputs it is asked about. */
const DIALS = { ...NO_FACTS.dials, inputs: 100 } as const;

interface Place {
  readonly key: string;
  readonly before: Stage;
  readonly after: Stage;
  readonly correct: ((facts: Facts) => string | null) | null;
}

/** Every place of the chapter that asks something or prints a number; not what is run on request alone. */
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

/** `compute` gives the results of each stage, in their order. */
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
