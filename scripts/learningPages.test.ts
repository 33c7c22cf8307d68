/** The plain pages beside the app: words, structured data, doors, and no request to anybody else. */
import { expect, test } from 'vitest';
import { parseRoute } from '../src/app/address/route.ts';
import { CHAPTERS, placeOf } from '../src/lessons/index.ts';
import { answerRow, ANSWER_ROWS } from '../src/lessons/answers/answerTable.ts';
import { learningPages, pageHtml, sitemapXml } from './learningPages.ts';

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
  // What a browser would fetch by itself is the site's own, and no script runs.
  expect([...html.matchAll(/\ssrc="|@import|url\(/g)]).toEqual([]);
  expect([...html.matchAll(/<script(?! type="application\/ld\+json")/g)]).toEqual([]);
  // The doors lead to places that exist, in the page's language.
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

test('the sitemap names every page by its whole address', () => {
  const map = sitemapXml(PAGES, BASE);
  for (const { path } of PAGES) expect(map).toContain(`<loc>${BASE}${path}</loc>`);
});
