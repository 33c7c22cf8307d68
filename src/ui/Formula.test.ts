import { expect, test } from 'vitest';
import { completeInitializer, parseInitializer } from '../engine/rules/spec.ts';
import { texToText } from './Formula.tsx';
import { initializerNumbers, initializerTex } from '../engine/rules/formula.ts';
import { INITIALIZER_IDS } from '../engine/rules/initializer.ts';

test('roots and fractions on one line', () => {
  expect(texToText('\\sigma = \\sqrt{\\frac{2}{256 + 256}} = 0.0625')).toBe(
    'σ = √(2 / (256 + 256)) = 0.0625',
  );
});

test.each(INITIALIZER_IDS)('no TeX is left of %s', (id) => {
  const { params } = completeInitializer({ id, params: {} }).value;
  const tex = initializerTex(id);
  for (const text of [texToText(tex), texToText(initializerNumbers(id, params, 300, 7))]) {
    expect(text).not.toMatch(/[\\{}^_]/);
  }
});

test.each([
  ['lecun_uniform', 'a = √(3 / nᵢₙ)'],
  ['xavier_normal', 'σ = g √(2 / (nᵢₙ + nₒᵤₜ))'],
  ['he_uniform', 'b = √(6 / ((1 + a²) n))'],
  ['keras_glorot_normal', "σ' = 1 / 0.8796 √(2 / (nᵢₙ + nₒᵤₜ))"],
  ['variance_scaling', 'Var(W) = σ² = s / n'],
] as const)('the formula of %s', (id, formula) => {
  expect(texToText(initializerTex(id))).toContain(formula);
});

test.each([
  ['he_normal(slope=0.0005)', 'σ = √(2 / ((1 + (5 · 10⁻⁴)²) · 300)) = 0.08165'],
  ['xavier_uniform(gain=1.5)', 'a = 1.5 · √(6 / (300 + 100)) = 0.1837'],
  ['variance_scaling(scale=2,mode=fan_avg,distribution=uniform)', 'σ = √(2 / 200) = 0.1'],
])('the numbers of %s', (text, formula) => {
  const { id, params } = parseInitializer(text).value;
  expect(texToText(initializerNumbers(id, params, 300, 100))).toBe(formula);
});
