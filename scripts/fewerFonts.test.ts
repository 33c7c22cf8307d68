import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PERSIAN } from './fewerFonts.mjs';

const src = fileURLToPath(new URL('../src', import.meta.url));

test('the font keeps every letter of Arabic script that the page says', () => {
  const texts = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mdx|tsx?)$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(join(src, name), 'utf8'));
  const said = new Set(texts.join('').match(/[\u0600-\u06FF\uFB50-\uFDFF\uFE70-\uFEFC]/g));
  expect(said.size).toBeGreaterThan(40);
  expect([...said].filter((letter) => !PERSIAN.includes(letter))).toEqual([]);
});
