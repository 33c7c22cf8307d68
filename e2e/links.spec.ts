import { expect, test } from '@playwright/test';
import { exported, open, settled, watch } from './page.ts';

const notice = 'output';

test('six lanes at most; a seventh is left out and told', async ({ page }) => {
  const seven = Array.from({ length: 7 }, () => 'lane=he_normal').join('&');
  await open(page, `#/lab?${seven}&depth=2&width=8&batch=8`);
  await expect(page.locator(notice, { hasText: '7 lanes, of which 6' })).toBeVisible();
  expect((await exported(page)).lanes.length).toBe(6);
  await expect(page.locator('[data-action="add-lane"]')).toHaveCount(0);
});

for (const [what, query, kept] of [
  ['an unknown activation', 'act=sinus&depth=3', { act: 'relu', depth: 3 }],
  ['a number that is none', 'width=wide&depth=3', { width: 64, depth: 3 }],
  ['a size below its limit', 'batch=-7&depth=3', { batch: 1, depth: 3 }],
  ['a seed beyond its limit', 'seed=99999999999&depth=3', { seed: 2 ** 32 - 1, depth: 3 }],
  ['an unclosed parameter', 'bias=constant(value=&depth=3', { depth: 3 }],
  ['an unknown precision', 'precision=int4&depth=3', { precision: 'float32', depth: 3 }],
  ['a key that stands twice', 'depth=2&depth=3', {}],
] as const) {
  test(`${what} is told, the rest is kept`, async ({ page }) => {
    const problems = watch(page);
    await open(page, `#/lab?lane=he_normal&${query}`);
    await expect(page.locator(notice, { hasText: 'not quite right' })).toHaveCount(1);
    expect((await exported(page)).lanes[0]!.config).toMatchObject(kept);
    expect(problems).toEqual([]);
  });
}

test('ten thousand characters of noise are told in a few words', async ({ page }) => {
  const problems = watch(page);
  const noise = Array.from({ length: 10_000 }, (_, i) =>
    String.fromCharCode(33 + ((i * 7919) % 94)),
  ).join('');
  await page.goto('/#/lab?depth=2&width=8');
  await settled(page);
  await page.evaluate((text) => {
    location.hash = `#/lab?depth=3&width=8&${text}`;
  }, noise);
  await expect(page.locator('figure[data-lane="0"][data-layer="3"]')).toHaveCount(1);
  await settled(page);
  const told = page.locator(notice, { hasText: 'not quite right' });
  await expect(told).toHaveCount(1);
  expect((await told.innerText()).length).toBeLessThan(1500);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
});

test('markup in a link is text, not markup', async ({ page }) => {
  await open(
    page,
    `#/lab?depth=2&width=8&${encodeURIComponent('<img src=x onerror="document.title=1">')}=1`,
  );
  await expect(page.locator(notice, { hasText: '<img' })).toBeVisible();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

test('back and forward go through the labs that were linked', async ({ page }) => {
  await open(page, '#/lab?lane=he_normal&depth=3&width=8&batch=8');
  await page.evaluate(() => {
    location.hash = '#/lab?lane=zeros&depth=4&width=8&batch=8';
  });
  const figure = (layer: number) => page.locator(`figure[data-lane="0"][data-layer="${layer}"]`);
  await expect(figure(4)).toHaveCount(1);
  await page.goBack();
  await expect(figure(4)).toHaveCount(0);
  await settled(page);
  expect((await exported(page)).lanes[0]!.config).toMatchObject({ lane: 'he_normal', depth: 3 });
  await page.goForward();
  await settled(page);
  await expect(figure(4)).toHaveCount(1);
});

test('the address stays short, and is the whole state', async ({ page, browser }) => {
  await open(page, '#/lab?lane=he_normal&depth=3&width=16&batch=16');
  await page.locator('[data-action="new-seed"]').click();
  await page.locator('[data-action="add-lane"]').click();
  await settled(page);
  await expect.poll(() => page.url()).toContain('seed=');
  const first = await exported(page);
  await expect.poll(() => page.url().match(/lane=/g)?.length).toBe(2);
  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  await other.goto(page.url());
  const second = await exported(other);
  const timeless = ({ lanes }: typeof first): unknown =>
    lanes.map((lane) => ({ ...lane, elapsedMs: 0 }));
  expect(timeless(second)).toEqual(timeless(first));
  await fresh.close();
});
