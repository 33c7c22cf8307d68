import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SpreadLine } from './SpreadLine.tsx';
import type { SpreadData, SpreadLane } from './spread.ts';

const lane: SpreadLane = {
  lane: 0,
  name: 'He',
  tone: 1,
  dash: 'solid',
  stale: false,
  measured: [1, 0.5, 0.001, 1000],
  theory: null,
  seedBand: null,
};
const data: SpreadData = {
  lanes: [lane],
  layers: 4,
  direction: 'forward',
  reference: 0,
  lo: -1,
  hi: 1,
  strip: 0.26,
  rem: 16,
  format: {
    integer: String,
    number: (value) => ({ base: String(value), exponent: null }),
    percent: String,
    plain: String,
    clauses: (all: readonly string[]) => all.join(', '),
  } as SpreadData['format'],
  words: { layer: String, measured: '', theory: '', infinite: '' },
  focused: null,
};

test('values beyond a fixed axis are arrowheads at its edge', () => {
  const drawn = renderToStaticMarkup(
    <svg>
      <SpreadLine lane={lane} data={data} sx={(at) => at * 10} sy={(decade) => -decade * 10} />
    </svg>,
  );
  const [, path = ''] = /data-mark="exit" d="([^"]*)"/.exec(drawn) ?? [];
  // The line leaves below, and one value lies below, one above.
  expect(path).toContain('M30,10L');
  expect(path).toContain('M40,-10L');
});
