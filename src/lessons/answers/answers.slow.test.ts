/** Every answer's experiment, held against what the answer claims. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { previewFigure } from '../../../scripts/previews/previewFigure.ts';
import type { PreviewFigure } from '../../../scripts/previews/previewFigure.ts';
import { PREVIEW_STAGES } from '../../../scripts/previews/previewStages.ts';
import { loadInputs } from '../../engine/data/generate.ts';
import { factsOf } from '../../../tests/stageFacts.ts';
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

/** Pictures are drawn from four digits; what a race comes to depends on the rounding of the machine. */
test('the preview images show what the engine gets: else run `npm run previews`', () => {
  const kept: Readonly<Record<string, PreviewFigure>> = JSON.parse(
    readFileSync(new URL('../../../scripts/data/previewFigures.json', import.meta.url), 'utf8'),
  );
  expect(Object.keys(kept)).toEqual(PREVIEW_STAGES.map(([name]) => name));
  for (const [name, stage] of PREVIEW_STAGES) {
    const { kind, query, lanes: keptLanes } = kept[name]!;
    // Of an answer it is the very experiment; a chapter's picture may be of an earlier one of its steps.
    if (name.startsWith('questions/'))
      expect([kind, query], name).toEqual([stage.kind, stage.query]);
    const { lanes } = previewFigure({ kind, query }, factsOf({ kind, query }));
    expect(keptLanes.map(({ length }) => length)).toEqual(lanes.map(({ length }) => length));
    lanes.forEach((values, lane) => {
      const [first, ...later] = values;
      const [keptFirst, ...keptLater] = keptLanes[lane]!;
      if (first === null || first === 0) expect(keptFirst, name).toBe(first);
      else expect(keptFirst! / first!, name).toBeCloseTo(1, 2);
      const last = later.at(-1) ?? first ?? 0;
      const keptLast = keptLater.at(-1) ?? keptFirst ?? 0;
      if (last > 0) expect(Math.abs(Math.log10(keptLast / last)), name).toBeLessThan(1);
    });
  }
});
