import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './page/en.ts';
import { fa } from './page/fa.ts';

test('index.html shows the first words of the start page in both languages', () => {
  const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
  const headings = new Map(
    Array.from(html.matchAll(/<h1 lang="(\w+)">([^<]+)<\/h1>/g), ([, language, text]) => [
      language,
      text?.replaceAll(/\s+/g, ' ').trim(),
    ]),
  );
  expect(headings).toEqual(
    new Map([
      ['en', en.start.title],
      ['fa', fa.start.title],
    ]),
  );
});
