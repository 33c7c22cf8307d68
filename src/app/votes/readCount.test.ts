import { expect, test } from 'vitest';
import { readCount } from './readCount.ts';

test.each([
  ['12', 12],
  ['۲۷', 27],
  ['٣١', 31],
  ['۱٬۲۳۴', 1234],
  ['', 0],
  ['many', 0],
  ['-4', 4],
  ['99999999999', 999999],
])('%s is %d hands', (text, count) => expect(readCount(text)).toBe(count));
