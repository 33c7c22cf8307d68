/** The marks of further charts, read back through their axes: each must stand for the number of its table. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { exported, open } from './page.ts';
import {
  chaosErrors,
  directionsErrors,
  miniLoopErrors,
  miniLoopOf,
  placeErrors,
  riverErrors,
  similarityErrors,
  sizesErrors,
  tableOf,
} from './marksOf.ts';

const chart = (page: Page, name: string) => page.locator(`figure[data-chart="${name}"]`);
const closer = (page: Page, tab: string) =>
  page.locator(`[data-control="closer"] input[value="${tab}"]`).check({ force: true });

test('sizes of numbers that overflow, vanish or stay, and cosines', async ({ page }) => {
  // So wide that every lane's first and last layers are labelled.
  await page.setViewportSize({ width: 1600, height: 900 });
  await open(
    page,
    '#/lab?lang=en&lane=random_normal(std=1);act=linear&lane=random_normal(std=0.01);act=linear&lane=he_normal&lane=zeros&depth=100&width=64&batch=32',
  );
  const sizes = chart(page, 'magnitude-map');
  await expect(sizes.locator('[data-mark="exit"]')).toHaveCount(3);
  expect(await sizesErrors(sizes, await tableOf(page, sizes))).toEqual([]);
  await closer(page, 'similarity');
  const similarity = chart(page, 'similarity');
  await expect(similarity.locator('g[data-of-lane]')).toHaveCount(4);
  expect(await similarityErrors(similarity, await tableOf(page, similarity))).toEqual([]);
});

test('the light of every place in a convolution', async ({ page }) => {
  await open(
    page,
    '#/lab?lang=en&net=conv&lane=he_normal&lane=xavier_normal;padding=circular&depth=6&width=8&act=relu&batch=16',
  );
  const file = await exported(page);
  await page.keyboard.press('Escape');
  await closer(page, 'places');
  const places = chart(page, 'places');
  await expect(places.locator('[data-of-lane="1"] canvas')).toHaveCount(6);
  const squares = file.lanes.map(({ layers }) =>
    layers.map(({ places: found }) => found?.activations ?? []),
  );
  expect(await placeErrors(places, squares)).toEqual([]);
});

test('the threads of the start page', async ({ page }) => {
  await open(page, '#/?lang=en');
  const river = chart(page, 'river');
  await expect(river.locator('g[data-of-lane]')).toHaveCount(4);
  expect(await riverErrors(river, await tableOf(page, river))).toEqual([]);
});

test('the map of order and chaos, and the singular values of every layer', async ({ page }) => {
  await open(page, '#/map?lang=en&depth=10&width=32');
  const map = chart(page, 'chaos-map');
  await expect(map.locator('[data-phase="ordered"]').first()).toBeAttached();
  expect(await chaosErrors(map, await tableOf(page, map))).toEqual([]);
  for (const draw of ['gaussian', 'orthogonal']) {
    const directions = chart(page, `directions-${draw}`);
    await expect(directions.locator('[class*="_values_"]')).toHaveAttribute('d', /^(M[^M]*){320}$/);
    expect(await directionsErrors(directions, await tableOf(page, directions))).toEqual([]);
  }
});

test('a cell of the poster is a picture of the lab it leads to', async ({ page }) => {
  await open(page, '#/poster?lang=en');
  const poster = page.locator('[data-poster]');
  await expect(poster.locator('a[href]')).toHaveCount(21);
  await expect(poster.locator('[data-cell="relu-5"]')).toHaveAttribute('data-healthy', 'true');
  const cell = poster.locator('[data-cell="relu-4"]');
  await expect(cell).toHaveAttribute('data-healthy', 'false');
  const loop = await miniLoopOf(cell);
  await cell.click();
  const [lane] = (await exported(page)).lanes;
  await expect(page.locator('[data-verdict="vanishing"]')).toHaveCount(1);
  const layers = lane?.layers ?? [];
  const passes = [
    layers.map(({ activations }) => activations.std),
    layers.map(({ gradients }) => gradients?.std ?? NaN),
  ];
  expect(miniLoopErrors(loop, passes)).toEqual([]);
});
