import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(root + name, 'utf8');
const FILES = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((name) => existsSync(root + name));

test.each(['README.md', 'IMPLEMENTATION.md', 'CONTRIBUTING.md', 'MODEL.md'])(
  'every source file that %s names is there',
  (document) => {
    const named = [...read(document).matchAll(/`([\w./-]+\.(?:tsx?|mjs|mdx|css|py|yml))`/g)].map(
      (match) => match[1] ?? '',
    );
    const missing = named.filter((name) => !FILES.some((file) => `/${file}`.endsWith(`/${name}`)));
    expect(missing).toEqual([]);
  },
);

test('the ids of the tests are those of docs/targets.md', () => {
  const listed = [...read('docs/targets.md').matchAll(/^\| ([RT]\d+) \|/gm)].map(([, id]) => id);
  const tests = FILES.filter((file) => /^src\/.*\.test\.tsx?$/.test(file));
  const used = tests.flatMap((file) =>
    [...read(file).matchAll(/['"`(]([RT]\d+)(?=[:' ])/g)].map(([, id]) => id),
  );
  expect(listed.length).toBeGreaterThan(0);
  expect(new Set(used)).toEqual(new Set(listed));
});
