/** The pages on papers, questions and the class, and the plain pages beside the app. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { axeFinds, open, watch } from './page.ts';

test('papers: rows are run in the tab, compared, stopped and saved', async ({ page }) => {
  test.slow();
  const problems = watch(page);
  await open(page, '#/papers/K13');
  await expect(page.locator('[data-paper="K13"][data-named="true"]')).toBeInViewport();
  const asked = ['R27', 'K13', 'S1', 'G6', 'M5'];
  const rowOf = (id: string) => page.locator(`[data-paper="${id}"]`);
  for (const id of asked) await rowOf(id).locator('[data-action="run"]').click();
  for (const id of asked) {
    await expect(rowOf(id).locator('[data-badge="reproduced"]')).toBeVisible({ timeout: 90_000 });
  }
  for (const [id, chart] of [
    ['S1', 'target-curves'],
    ['G6', 'target-histograms'],
    ['M5', 'target-correlations'],
  ] as const) {
    await expect(
      rowOf(id).locator(`figure[data-chart="${chart}"] svg path:visible`).first(),
    ).toBeVisible();
  }
  expect(await axeFinds(page)).toEqual([]);
  const saved = page.waitForEvent('download');
  await page.locator('[data-export="json"]').click();
  const text = await readFile(await (await saved).path(), 'utf8');
  const file: unknown = JSON.parse(text);
  expect(file).toMatchObject({ format: 'init-lab/papers@1' });
  expect(text).toContain('0.8796256610342398');
  await page.locator('[data-action="run-all"]').click();
  await expect(
    page.locator('[data-paper="R1"] progress, [data-paper="R1"] [data-badge]').first(),
  ).toBeVisible();
  await page.locator('[data-action="cancel"]').click();
  await expect(page.locator('[data-paper] progress')).toHaveCount(0);
  await expect(page.locator('[data-slide]')).toHaveCount(14);
  expect(problems).toEqual([]);
});

test('questions: a link opens one, with its experiment; search finds, in both languages', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, '#/questions/is-xavier-outdated?lang=en');
  const entry = page.locator('[data-question="is-xavier-outdated"][data-open]');
  await expect(entry.getByRole('heading', { level: 1 })).toContainText('Xavier');
  await expect(entry.locator('figure svg').first()).toBeVisible();
  await expect(page.locator('main')).toHaveAttribute('data-run', 'done', { timeout: 20_000 });
  await page.locator('[data-control="search"]').fill('LoRA');
  await expect(page.locator('li[data-question]')).toHaveCount(2);
  await page.locator('li[data-question="both-factors-zero"] a').click();
  await expect(page.locator('[data-question="both-factors-zero"][data-open]')).toBeVisible();
  await open(page, '#/questions/lstm-forget-bias?lang=fa');
  await expect(page.locator('[data-question="lstm-forget-bias"][data-open] section')).toHaveCount(
    0,
  );
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(await axeFinds(page)).toEqual([]);
  await open(page, '#/questions/no-such');
  await expect(page.locator('main output').first()).toContainText('no-such');
  expect(problems).toEqual([]);
});

test('class: one file from a student, many for the teacher', async ({ page }) => {
  const problems = watch(page);
  await open(page, '#/class?lang=en');
  await page.locator('details summary').click();
  await page.locator('[data-before="ones"] input[value="one"]').check();
  await page.locator('[data-control="name"]').fill('Mina');
  const saved = page.waitForEvent('download');
  await page.locator('[data-export="class"]').click();
  const mine = await readFile(await (await saved).path(), 'utf8');
  const files = Array.from({ length: 29 }, (_, i) => ({
    name: `${i}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(mine.replace('Mina', `S${i}`).replace('"one"', i % 2 ? '"one"' : '"all"')),
  }));
  const other = { name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  await page.locator('[data-class-files]').setInputFiles([...files, other]);
  await expect(page.locator('[data-student]')).toHaveCount(29);
  await expect(page.locator('main output', { hasText: 'other.json' })).toBeVisible();
  await expect(page.locator('[data-question-bar="ones"]')).toContainText('14 of 29');
  const table = page.waitForEvent('download');
  await page.locator('[data-export="csv"]').click();
  expect((await readFile(await (await table).path(), 'utf8')).trim().split('\r\n')).toHaveLength(
    30,
  );
  expect(await axeFinds(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('a plain page opens the app at its place', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/fa/questions/why-not-zero.html');
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
  expect(asked.filter((address) => !address.startsWith(baseURL ?? ''))).toEqual([]);
  // The preview that a forum shows for the link: an image in this language, drawn by the build.
  const content = async (property: string): Promise<string> =>
    (await page.locator(`meta[property="${property}"]`).getAttribute('content')) ?? '';
  const image = new URL(await content('og:image')).pathname;
  expect(image).toMatch(/\/fa\/questions\/why-not-zero\.png$/);
  const png = await (await page.request.get(image)).body();
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(await content('og:title')).toBe(await page.locator('h1').textContent());
  // It differs from the other language's image, and the service worker does not cache it.
  const other = await (await page.request.get(image.replace('/fa/', '/en/'))).body();
  expect(other.equals(png)).toBe(false);
  expect(await (await page.request.get('/sw.js')).text()).not.toContain('why-not-zero');
  await page.locator('a.live').click();
  await expect(page.locator('[data-question="why-not-zero"][data-open]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  // The app's page has a preview image and description, too.
  expect(await content('og:image')).toMatch(/\/preview\.png$/);
  expect(await content('og:description')).not.toBe('');
});
