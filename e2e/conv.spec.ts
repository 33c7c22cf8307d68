/** Convolutional networks on the page: border effects, learned kernels and feature maps, and the lesson's steps. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { axeFinds, open, settled, showNumbers, toEnd, watch } from './page.ts';

const figure = (page: Page, chart: string) => page.locator(`figure[data-chart="${chart}"]`);

/** Opens a step of the chapter on He with its outcome already shown. */
async function openShown(page: Page, step: string, language = 'en'): Promise<void> {
  const memories = { [`he/${step}`]: { answer: null, revealed: true, outcome: null } };
  await page.addInitScript(
    (text) => localStorage.setItem('init-lab:lesson', text),
    JSON.stringify({ version: 1, place: null, seen: [], memories }),
  );
  await page.goto(`/#/lesson/he/${step}?lang=${language}`);
}

test('the lab shows the dark rim of zero padding, and the digits it may use', async ({ page }) => {
  const problems = watch(page);
  const lanes = 'lane=he_normal&lane=he_normal;padding=circular';
  await open(page, `#/lab?net=conv&${lanes}&depth=6&width=8&act=relu&batch=16`);
  await page.locator('[data-control="closer"] label', { hasText: 'places' }).click();
  const places = figure(page, 'places');
  await expect(places.locator('[data-of-lane="0"] [data-layer] canvas')).toHaveCount(6);
  // The numbers are the lane's mean, a corner, and the middle.
  await showNumbers(places);
  const row = (await places.locator('tbody tr').first().locator('td').allTextContents()).map(
    Number,
  );
  expect(row[1]! / row[2]!).toBeLessThan(0.7);
  expect(row[4]! / row[5]!).toBeGreaterThan(0.7);
  await places.locator('[data-of-lane="0"] button').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(places.locator('[data-of-lane="0"] [data-readout]')).toContainText(
    /layer 2, row 2, column 2: .*theory/,
  );
  expect(await axeFinds(page, 'all', ['[data-chart="places"]'])).toEqual([]);
  await page.getByText('More settings').click();
  await page.locator('[data-control="input"]').selectOption('digits');
  await expect(page.locator('[data-preview="digits"] canvas')).toHaveCount(20);
  await expect(page.getByText('Optical Recognition of Handwritten Digits')).toBeVisible();
  await page.locator('[data-control="net"]').selectOption('dense');
  await expect(places).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('a race shows what it sees and what it gets wrong, at the step of the playhead', async ({
  page,
}) => {
  const problems = watch(page);
  const lanes = 'lane=he_normal&lane=zeros';
  await open(page, `#/train?net=conv&input=digits&${lanes}&depth=2&width=4&lr=0.05&steps=100`);
  await toEnd(page);
  const wrong = page.locator('[data-mistakes]');
  await expect(wrong.first()).toHaveAttribute('data-mistakes-step', '100');
  const lane = figure(page, 'race-lanes').locator('[data-of-lane="0"]');
  const counted = /(\d+) of 360 wrong/.exec((await lane.textContent()) ?? '')?.[1];
  await expect(wrong.first()).toHaveAttribute('data-mistakes', counted ?? '');
  await expect(wrong.first().locator('canvas').first()).toHaveAccessibleName(
    /a \d, taken for a \d/,
  );
  await page.locator('[data-control="inside"] label', { hasText: 'feature maps' }).click();
  const maps = figure(page, 'feature-maps');
  await expect(maps.locator('[data-of-lane="0"] canvas')).toHaveCount(4);
  // With zero weights, all feature maps are zero.
  await expect(maps).toContainText('4 of 4 channels are 0 everywhere');
  await page.locator('[data-control="maps-layer"]').fill('2');
  await expect(figure(page, 'kernels')).toContainText('A row for each channel that leaves');
  await page.locator('[data-control="scrub"]').fill('50');
  await expect(wrong.first()).toHaveAttribute('data-mistakes-step', '50');
  const parts = ['[data-chart="feature-maps"]', '[data-chart="race-lanes"]'];
  expect(await axeFinds(page, 'all', parts)).toEqual([]);
  expect(problems).toEqual([]);
});

test('the long race of the lesson names its time and runs when it is started', async ({ page }) => {
  const problems = watch(page);
  await openShown(page, 'race-digits');
  const start = page.locator('[data-action="start-race"]');
  await expect(page.getByText(/about .* of computing/)).toBeVisible();
  await expect(page.locator('main')).toHaveAttribute('data-run', 'idle');
  await expect(page.locator('[data-action="play"]')).toHaveCount(0);
  await start.click();
  await expect(page.locator('main')).toHaveAttribute('data-run', 'running');
  await page.locator('[data-action="stop"]').click();
  await expect(page.locator('main')).toHaveAttribute('data-run', 'idle');
  // The next step's race is short and starts by itself; the reader can change its depth.
  await page.locator('[data-action="next"]').click();
  await settled(page);
  await page.locator('[data-control="depth"]').fill('2');
  await settled(page);
  await expect(figure(page, 'loss').locator('[data-of-lane]')).not.toHaveCount(0);
  expect(problems).toEqual([]);
});

test('fans of a convolution, in Persian', async ({ page }) => {
  const problems = watch(page);
  await openShown(page, 'convolution', 'fa');
  await settled(page);
  await expect(page.locator('[data-option="all"]')).toHaveAttribute('data-right', 'true');
  await expect(figure(page, 'fans')).toContainText('۵۷۶');
  // 64 groups are possible with 64 channels; with 63, the page suggests the next number that divides both.
  const groups = page.locator('[data-control="fan-groups"]');
  await groups.focus();
  await page.keyboard.press('End');
  await page.locator('[data-control="fan-inputs"]').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(figure(page, 'fans')).toContainText('بخش‌پذیر');
  expect(problems).toEqual([]);
});
