/** The table of targets itself: its document, its words, its links, and what the lesson makes of the same settings. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { targetsDocument } from '../../../scripts/targetsDocument.ts';
import { papersEn } from '../../i18n/papers/en.ts';
import { papersFa } from '../../i18n/papers/fa.ts';
import { CLAIMS } from '../../lessons/claims.ts';
import { RIGHT_ANSWERS } from '../../lessons/facts/rightAnswers.ts';
import { parseQuery } from '../lab/query.ts';
import { parseMap } from '../map/mapQuery.ts';
import { raceLanes } from '../train/lanes.ts';
import { badgeOf, targetBadge } from './target.ts';
import { targetOf, TARGETS } from './targets.ts';

const IDS = TARGETS.map(({ id }) => id);

test('every row has an id of its own and words in both languages', () => {
  expect(new Set(IDS).size).toBe(IDS.length);
  expect(Object.keys(papersEn.rows).toSorted()).toEqual(IDS.toSorted());
  expect(Object.keys(papersFa.rows).toSorted()).toEqual(IDS.toSorted());
});

test('docs/targets.md is what the table says', () => {
  const document = readFileSync(new URL('../../../docs/targets.md', import.meta.url), 'utf8');
  const words = (text: string): string => text.replaceAll(/[\s|-]+/g, ' ').trim();
  expect(words(document)).toBe(words(targetsDocument()));
});

test.each(TARGETS.map((target) => [target.id, target] as const))(
  '%s: door, bands, prints',
  (_, target) => {
    const { kind, query } = target.door;
    const parsed = kind === 'map' ? parseMap(query).query : parseQuery(query, kind);
    expect(kind === 'race' ? raceLanes(parsed).notices : parsed.notices).toEqual([]);
    for (const {
      label,
      band: [low, high],
      printed,
    } of target.values) {
      expect(low, label).toBeLessThanOrEqual(high);
      if (printed !== undefined) expect(Number(printed), label).not.toBeNaN();
    }
    // One draw of a wide distribution is held against the band, and must be one that could have come.
    if (target.prints === 'draw') {
      const [first] = target.values;
      expect(badgeOf(first!, Number(first!.printed))).toBe('reproduced');
      expect(target.seeds).toBeGreaterThanOrEqual(9);
    }
  },
);

test('a badge needs every value, and of an exact row every seed', () => {
  const row = targetOf('R1')!;
  const measured = { values: [29, 0], draws: [29, 29], curves: [] };
  expect(targetBadge(row, measured)).toBe('reproduced');
  expect(targetBadge(row, { ...measured, draws: [29, 28] })).toBe('outside');
  expect(targetBadge(row, { ...measured, values: [29, 1] })).toBe('outside');
  expect(targetBadge(row, { ...measured, values: [29] })).toBe('outside');
});

test('the lesson’s claims and answers are about the numbers of the table', () => {
  const band = (id: string, value = 0): readonly [number, number] =>
    targetOf(id)!.values[value]!.band;
  const says = CLAIMS.map((claim) => `${claim.at}: ${claim.says}`).join('\n');
  // Outside ±0.1, in per cent with one digit.
  expect(says).toContain(`${(100 * band('R26', 2)[0]).toFixed(1)} % of N(0, 0.1²)`);
  expect(RIGHT_ANSWERS['random/normal']).toBe('third');
  expect(Math.abs(band('R26', 2)[0] - 1 / 3)).toBeLessThan(0.03);
  // Where float32 ends: the lesson allows one layer less, for other widths.
  const [overflow] = band('R1');
  expect(says).toContain(`overflows float32 in layer ${overflow - 1} or ${overflow}`);
  const [underflow] = band('R2');
  expect(says).toContain(`underflows to zeros around layer ${underflow}`);
  // Xavier keeps half of the mean square under ReLU, PyTorch’s default a third before it.
  expect(band('R31', 1)[0]).toBeCloseTo(1 / 2, 6);
  expect(RIGHT_ANSWERS['choose/quiz/xavier-relu']).toBe('half');
  expect(band('R31', 2)[0] / (1 / 2)).toBeCloseTo(1 / 3, 6);
});

test('the lesson’s race of 22 layers is the table’s, with more steps', () => {
  const lesson = CLAIMS.find(({ query }) => query?.includes('depth=22'))?.query ?? '';
  const settings = (query: string) => {
    const { act, depth, width, input } = parseQuery(query, 'race').lab.settings;
    return { act, depth, width, input };
  };
  expect(settings(targetOf('T4')!.door.query)).toEqual(settings(lesson));
});
