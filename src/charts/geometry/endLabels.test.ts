import { describe, expect, it } from 'vitest';
import { endLines, endMargin, nameLines } from './endLabels.ts';

describe('endLines', () => {
  it('keeps a name on one line where the margin was made for it', () => {
    const name = 'infinite · N(0, 1²) · linear';
    expect(endLines(name, 16, endMargin([name], 16, 1000) - 0.9 * 16)).toEqual([name]);
  });

  it('breaks between the parts where there is less room', () => {
    expect(endLines('0 · N(0, 0.01²) · linear', 16, 16 * 0.44 * 15)).toEqual([
      '0 · N(0, 0.01²)',
      'linear',
    ]);
    expect(endLines('He · ReLU', 16, 10)).toEqual(['He', 'ReLU']);
    expect(endLines('Xavier · Batch + Residual', 16, 16 * 0.44 * 12)).toEqual([
      'Xavier',
      'Batch',
      '+ Residual',
    ]);
  });

  it('breaks a part that is too long between words, but no formula', () => {
    const room = 16 * 0.44 * 12;
    expect(endLines('PyTorch default · 20', 16, room)).toEqual(['PyTorch', 'default · 20']);
    expect(endLines('N(0, 0.0001²)', 16, room)).toEqual(['N(0, 0.0001²)']);
    expect(endLines('0.25 × Xavier', 16, room)).toEqual(['0.25 × Xavier']);
    expect(endLines('1.41 × Orthogonal', 16, room)).toEqual(['1.41 ×', 'Orthogonal']);
  });
});

describe('nameLines', () => {
  const text = (lines: ReturnType<typeof nameLines>): readonly string[] =>
    lines.map((line) => line.map((part) => part.text + (part.comma ? ', ' : '')).join(''));

  it('sets names side by side as far as there is room', () => {
    const names = ['Zero', 'N(0, 0.1²)', 'He'];
    expect(text(nameLines(names, 16, 16 * 0.44 * 18))).toEqual(['Zero, N(0, 0.1²), ', 'He']);
    expect(text(nameLines(names, 16, 16 * 0.44 * 10))).toEqual(['Zero, ', 'N(0, 0.1²), ', 'He']);
  });

  it('leaves a single name as it is', () => {
    expect(nameLines(['Xavier'], 16, 10)).toEqual([[{ of: 0, text: 'Xavier', comma: false }]]);
  });
});

it('leaves larger names more room, within a third of the chart', () => {
  const names = ['PyTorch default'];
  const page = endMargin(names, 16, 1000);
  const presented = endMargin(names, 16, 1000, 1.3);
  expect(presented - page).toBeCloseTo(0.3 * 16 * 0.44 * 15, 0);
  expect(endMargin(names, 16, 300, 1.3)).toBe(100);
});
