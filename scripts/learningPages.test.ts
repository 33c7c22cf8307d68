/** The plain pages beside the app: text, structured data, links into the app, and no request to another site. */
import { expect, test } from 'vitest';
import { parseRoute } from '../src/app/address/route.ts';
import { CHAPTERS, placeOf } from '../src/lessons/index.ts';
import { answerRow, ANSWER_ROWS } from '../src/lessons/answers/answerTable.ts';
import { imagePath, imageSvg, learningPages, pageHtml, sitemapXml } from './learningPages.ts';
import { createPainter } from './previews/previewPng.ts';
import { wrapped } from './previews/previewSvg.ts';

const BASE = 'https://lab.example/init/';
const PAGES = learningPages();

test('every chapter and every question in both languages', () => {
  expect(PAGES).toHaveLength(2 * (CHAPTERS.length + ANSWER_ROWS.length));
  expect(new Set(PAGES.map(({ path }) => path)).size).toBe(PAGES.length);
});

test.each(PAGES.map((page) => [page.path, page] as const))('%s', (path, page) => {
  const html = pageHtml(page, BASE);
  expect(page.title.length).toBeGreaterThan(3);
  expect(page.description.length).toBeGreaterThan(20);
  expect(html).toContain(`<html lang="${page.language}"`);
  expect(html).not.toContain('undefined');
  const data: unknown = JSON.parse(
    /<script type="application\/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? '',
  );
  expect(data).toMatchObject({
    '@type': 'LearningResource',
    inLanguage: page.language,
    name: page.title,
    url: BASE + path,
  });
  // The page loads nothing from other sites and runs no script.
  expect([...html.matchAll(/\ssrc="|@import|url\(/g)]).toEqual([]);
  expect([...html.matchAll(/<script(?! type="application\/ld\+json")/g)]).toEqual([]);
  // The links into the app lead to existing places, in the page's language.
  for (const hash of [page.hash, ...page.parts.map((part) => part.hash)]) {
    const { place, item, options, unknown } = parseRoute(hash);
    expect(unknown).toBe(false);
    expect(options.language).toBe(page.language);
    if (place !== null) expect(placeOf(place.chapter, place.step).missing).toBeNull();
    else expect(answerRow(item ?? '')).not.toBeNull();
  }
  if (page.kind === 'chapter') {
    const chapter = CHAPTERS.find(({ id }) => path.endsWith(`/${id}.html`));
    expect(page.parts).toHaveLength(chapter?.steps.length ?? 0);
  }
});

test('an image for every page, of the size it says, each another one', async () => {
  const paint = await createPainter();
  const images = new Set<string>();
  for (const page of PAGES) {
    expect(pageHtml(page, BASE)).toContain(`content="${BASE}${imagePath(page)}"`);
    const svg = imageSvg(page);
    expect(svg).not.toMatch(/\s(?:d|x|y|cx|cy)="[^"]*(?:NaN|undefined|Infinity)/);
    images.add(svg);
  }
  expect(images.size).toBe(PAGES.length);
  const shown = PAGES.filter(({ path }) => path.endsWith('/why-not-zero.html'));
  const bare = PAGES.filter(({ path }) => path.endsWith('/show-my-model.html'));
  expect(shown).toHaveLength(2);
  for (const page of [...shown, ...bare]) {
    expect(imageSvg(page).includes('<circle')).toBe(shown.includes(page));
    const png = Buffer.from(paint(imageSvg(page)));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});

test('titles break between words, and what is left out is marked', () => {
  expect(wrapped('one two three four', 9, 3)).toEqual(['one two', 'three', 'four']);
  expect(wrapped('one two three four', 9, 2)).toEqual(['one two', 'three …']);
});

test('the sitemap names every page by its whole address', () => {
  const map = sitemapXml(PAGES, BASE);
  for (const { path } of PAGES) expect(map).toContain(`<loc>${BASE}${path}</loc>`);
});
