import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en } from '../src/i18n/page/en.ts';
import { sectionOf } from './releaseNotes.mjs';

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');
const { version } = JSON.parse(read('package.json'));

test('the changelog begins with the version of package.json', () => {
  const changelog = read('CHANGELOG.md');
  const newest = /^## (\S+)/m.exec(changelog)?.[1];
  expect(newest).toBe(version);
  expect(sectionOf(changelog, version)).toMatch(/^### /);
});

test('a section ends where the next begins', () => {
  const text = '# Changes\n\n## 2.1.0 (soon)\n\nnew\n\n## 2.1\n\nold\n';
  expect(sectionOf(text, '2.1.0')).toBe('new');
  expect(sectionOf(text, '2.1')).toBe('old');
  expect(sectionOf(text, '2')).toBeNull();
});

test('CITATION.cff says what the citation in the app says', () => {
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}: (.*)$`, 'm').exec(read('CITATION.cff'))?.[1];
  const { meta, files } = en;
  expect(files.citation(field('title')!, field('abstract')!, '', '')).toBe(
    files.citation(meta.title, meta.description, '', ''),
  );
  expect(field('version')).toBe(version);
});
