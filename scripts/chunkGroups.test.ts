import { expect, test } from 'vitest';
import { codeSplittingGroups, unmatched } from './chunkGroups.ts';

const GROUPS = [
  { name: 'first', modules: [/src\/app\/App\.tsx$/, /src\/ui\//] },
  { name: 'second', modules: [/src\/app\//] },
];

test('a pattern without a module is named, beside one that has some', () => {
  const ids = ['/home/me/src/app/App.tsx', '/home/me/src/app/Lab.tsx'];
  expect(unmatched(GROUPS, ids)).toEqual([String.raw`first: /src\/ui\//`]);
  expect(unmatched(GROUPS, [...ids, String.raw`C:\me\src\ui\Button.tsx`])).toEqual([]);
});

test('an earlier group goes first, with all its patterns', () => {
  const [first, second] = codeSplittingGroups(GROUPS);
  expect(first!.priority).toBeGreaterThan(second!.priority);
  expect(
    ['/src/app/App.tsx', '/src/ui/Button.tsx', '/src/app/Lab.tsx'].map((id) =>
      first!.test.test(id),
    ),
  ).toEqual([true, true, false]);
});
