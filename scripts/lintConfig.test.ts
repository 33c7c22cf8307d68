import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HEADER, LINT_CONFIG } from './lintConfig.mjs';

test('.oxlintrc.json is what npm run lint:config writes', () => {
  const written = readFileSync('.oxlintrc.json', 'utf8');
  expect(written.startsWith(HEADER)).toBe(true);
  expect(JSON.parse(written.slice(HEADER.length))).toEqual(LINT_CONFIG);
});

test('every room has its rule, and every rule its room', () => {
  const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = rooms.map(({ name }) => name);
  const ruled = [...JSON.stringify(LINT_CONFIG).matchAll(/"src\/(\w+)\/\*\*"/g)].map(
    ([, name]) => name,
  );
  expect(new Set(ruled)).toEqual(new Set(names));
});
