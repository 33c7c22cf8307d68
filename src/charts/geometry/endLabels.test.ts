import { describe, expect, it } from 'vitest';
import { endLines, endMargin } from './endLabels.ts';

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
  });
});
