/** Computes the results of the stages that a chapter's worksheet needs. */
import type { Facts } from '../facts/facts.ts';
import { NO_FACTS } from '../facts/facts.ts';
import type { Chapter, Stage } from '../schema.ts';
import type { Outline } from '../tags.ts';
import { givenPanels, needsLayers, needsResults } from './figures/stepFigures.ts';
import type { Computed } from './worksheetContext.ts';

/** The instruments' settings on a worksheet: the single neuron with the hundred inputs of its question. */
const DIALS = { ...NO_FACTS.dials, inputs: 100 } as const;

interface Place {
  readonly key: string;
  readonly before: Stage;
  readonly after: Stage;
  readonly correct: ((facts: Facts) => string | null) | null;
}

/**
 * All places of the chapter that ask something, print a number or have a picture, except stages that run on request
 * only.
 */
function placesOf({ id, steps }: Chapter, outline: Outline): readonly Place[] {
  return steps.flatMap((each): readonly Place[] => {
    const { id: step, stage, revealed = stage, prediction, questions = [] } = each;
    if (revealed.start === 'on-request') return [];
    const key = `${id}/${step}`;
    const prints = outline.steps.some((found) => found.id === step && found.numbers.length > 0);
    const correct = prediction.kind === 'choice' ? prediction.correct : null;
    const own: Place = { key, before: stage, after: revealed, correct };
    const wanted = prints || prediction.kind !== 'none' || needsResults(givenPanels(each));
    return [
      ...(questions.length === 0 && wanted ? [own] : []),
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

/** The networks of a race before its first step. */
const atStart = (stage: Stage): Stage => ({ ...stage, kind: 'lab' });

/** `compute` returns the results of the stages in the given order. */
export async function computeWorksheet(
  chapter: Chapter,
  outline: Outline,
  compute: (stages: readonly Stage[]) => Promise<readonly Results[]>,
): Promise<ReadonlyMap<string, Computed>> {
  const places = placesOf(chapter, outline);
  const stages = places.flatMap(({ before, after }) => [before, after]);
  const starts = stages.filter(needsLayers).map(atStart);
  const results = await compute([...stages, ...starts]);
  const factsAt = (index: number): Facts => {
    const stage = stages[index];
    const start = stage === undefined ? -1 : stages.filter(needsLayers).indexOf(stage);
    const lanes = start < 0 ? {} : { lanes: results[stages.length + start]?.lanes ?? [] };
    return { ...NO_FACTS, ...results[index], ...lanes, dials: DIALS };
  };
  return new Map(
    places.map(({ key, correct }, index) => {
      const [before, after] = [factsAt(2 * index), factsAt(2 * index + 1)];
      return [key, { before, after, correct: correct?.(after) ?? null }];
    }),
  );
}
