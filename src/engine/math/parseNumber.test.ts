import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from './parseNumber.ts';

test.each([
  ['12', 12],
  [' 1e-3 ', 0.001],
  ['1e 3', 1000],
  ['0x10', 16],
  ['Infinity', Infinity],
  ['0,1', 0.1],
  ['1,5', 1.5],
  ['-0,75', -0.75],
  ['1,5e-3', 0.0015],
  ['0,125', 0.125],
  ['۱۲', 12],
  ['۱۲٫۵', 12.5],
  ['۰٫۷۵-', -0.75],
  ['0.75−', -0.75],
  ['\u200F−۳', -3],
  ['\u061C-٣', -3],
  ['\u2066−0.5\u2069', -0.5],
  ['１２．５', 12.5],
  ['－３', -3],
  ['۱٬۰۲۴', 1024],
  ['1 024', 1024],
  ['- 5', -5],
])('%j is %d', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

// Another number is worse than none.
test.each([
  '',
  ' ',
  'abc',
  '1,024',
  '1,2,3',
  '1 2',
  '۱/۲',
  '1/2',
  '-5-',
  '--5',
  '1.2.3',
  '5-3',
  '٫',
])('%j is no number, or could be two', (text) => {
  expect(parseNumber(text)).toBeUndefined();
});

test('whatever the machine prints reads back the same, in every script and with a comma', () => {
  const scripts = [0x30, 0x06f0, 0x0660, 0xff10];
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.constantFrom(...scripts), (value, zero) => {
      const printed = String(value + 0);
      const digits = printed.replaceAll(/\d/g, (d) => String.fromCharCode(zero + Number(d)));
      expect(parseNumber(digits)).toBe(value + 0);
      const [whole = '', fraction] = printed.split('.');
      const ambiguous = /^-?[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(fraction ?? '');
      if (fraction !== undefined && !ambiguous) {
        expect(parseNumber(digits.replace('.', ','))).toBe(value + 0);
      }
    }),
  );
});
