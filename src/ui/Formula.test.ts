import { expect, test } from 'vitest';
import { INITIALIZERS } from '../engine/rules/initializers.ts';
import { completeInitializer } from '../engine/rules/spec.ts';
import { INITIALIZER_IDS } from '../engine/types.ts';
import { texToText } from './Formula.tsx';

test('roots and fractions on one line', () => {
  expect(texToText('\\sigma = \\sqrt{\\frac{2}{256 + 256}} = 0.0625')).toBe(
    'σ = √(2 / (256 + 256)) = 0.0625',
  );
});

test.each(INITIALIZER_IDS)('no TeX is left of %s', (id) => {
  const { params } = completeInitializer({ id, params: {} }).value;
  const { tex, texNumbers } = INITIALIZERS[id];
  for (const text of [texToText(tex), texToText(texNumbers(params, 300, 7))]) {
    expect(text).not.toMatch(/[\\{}^_]/);
  }
});
