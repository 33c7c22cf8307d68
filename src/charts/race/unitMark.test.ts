import { expect, test } from 'vitest';
import { UNIT_MARKS, unitColour, unitShape } from './unitMark.ts';

const look = (unitClass: number): string =>
  `${unitColour(unitClass)} ${unitShape(unitClass, 0, 0, 1)}`;
const count = (values: readonly unknown[]): number => new Set(values).size;
const classes = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);

test('units that differ differ in colour or shape; neither tells eight of them apart alone', () => {
  expect(count(classes(UNIT_MARKS).map(look))).toBe(UNIT_MARKS);
  expect(count(classes(8).map(unitColour))).toBeLessThan(8);
  expect(count(classes(8).map((each) => unitShape(each, 0, 0, 1)))).toBeLessThan(8);
});

test('one class more looks like the first', () => {
  expect(look(UNIT_MARKS)).toBe(look(0));
});
