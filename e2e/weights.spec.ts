import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { spectrumErrors, tableOf } from './marksOf.ts';
import { axeFindsInLooks, open, watch } from './page.ts';

const file = (name: string): string =>
  new URL(`../tests/weightsFile/files/${name}`, import.meta.url).pathname;

/** Waits until reading the open file has ended with this status. */
async function read(page: Page, status = 'done'): Promise<void> {
  await expect(page.locator(`[data-file="${status}"]`)).toBeVisible();
}

async function choose(page: Page, name: string): Promise<void> {
  await page.locator('[data-weights-file]').setInputFiles(file(name));
}

test('a file of PyTorch’s is read, named and sent nowhere', async ({ page }) => {
  const problems = watch(page);
  await open(page, '#/weights');
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') requests.push(request.url());
  });
  await choose(page, 'linear.pt');
  await read(page);
  const row = page.locator('[data-tensor="0.weight"]');
  await expect(row).toContainText('pytorch_linear');
  await expect(row).toContainText('20 × 12');
  await row.getByRole('button').click();
  const chart = page.locator('figure[data-chart="tensor-histogram"]');
  await expect(chart.locator('svg').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(requests).toEqual([]);
  expect(problems).toEqual([]);
});

test('one file after another, of every format', async ({ page }) => {
  await open(page, '#/weights');
  for (const [name, tensor] of [
    ['arrays.npz', 'W1'],
    ['deflated.npz', 'half'],
    ['one.npy', 'one'],
    ['keras3.weights.h5', 'layers/dense/vars/0'],
    ['model.keras', 'layers/dense_1/vars/0'],
    ['chunks.h5', 'x/kernel:0'],
    ['model.onnx', 'A'],
    ['checkpoint.pth', '0.weight'],
  ] as const) {
    await choose(page, name);
    await expect(page.locator(`[data-tensor="${tensor}"]`), name).toBeVisible();
    await read(page);
  }
});

test('a file that would have to be run is refused in a sentence', async ({ page }) => {
  await open(page, '#/weights?lang=fa');
  await choose(page, 'evil.pt');
  await read(page, 'failed');
  await expect(page.locator('main')).toContainText('هیچ کدی اجرا نشد');
  await choose(page, 'linear.pt');
  await read(page);
});

test('axes that the file does not say are asked for', async ({ page }) => {
  await open(page, '#/weights');
  await choose(page, 'arrays.npz');
  await read(page);
  await page.locator('[data-tensor="W1"]').getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText('12 → 20');
  await page.keyboard.press('Escape');
  await page.locator('[data-control="axes"] input[value="in-out"]').check({ force: true });
  await read(page);
  await page.locator('[data-tensor="W1"]').getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText('20 → 12');
});

test('findings come with the line that mends them, and the net starts again from He', async ({
  page,
}) => {
  await open(page, '#/weights');
  await page.locator('[data-sample="mixture"]').click();
  await read(page);
  await expect(page.locator('[data-finding="wrong-fan"] pre')).toContainText('kaiming_normal_');
  await expect(page.locator('[data-tensor]').first()).toContainText('The wrong fan');
  await expect(page.locator('figure[data-chart="layer-gains"] svg').first()).toBeVisible();
  const waiting = page.waitForEvent('download');
  await page.locator('[data-export="npz"]').click();
  const path = await (await waiting).path();
  await page.locator('[data-weights-file]').setInputFiles({
    name: 'he.npz',
    mimeType: 'application/octet-stream',
    buffer: await readFile(path),
  });
  await expect(page.locator('[data-tensor="classifier.0.weight"]')).toContainText('he_normal');
  await read(page);
  await expect(page.locator('[data-finding="wrong-fan"]')).toHaveCount(0);
});

test('a case of the cabinet is solved with the keyboard', async ({ page }) => {
  await open(page, '#/weights');
  await page.locator('[data-bug="brackets"]').focus();
  await page.keyboard.press('Enter');
  await read(page);
  await expect(page.locator('[data-finding]')).toHaveCount(0);
  await page.locator('[data-line="2"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-finding="brackets-missing"]')).toBeVisible();
  await expect(page.locator('[data-case] a')).toHaveAttribute('href', /^https:\/\/github\.com\//);
});

test('axe finds nothing, in any look', async ({ page }) => {
  await open(page, '#/weights?lang=en&theme=light');
  await page.locator('[data-sample="mixture"]').click();
  await read(page);
  await page.locator('[data-bug="default"]').click();
  await read(page);
  await page.locator('[data-line="3"]').click();
  await expect(page.locator('[data-finding="default-untouched"]')).toBeVisible();
  expect(await axeFindsInLooks(page)).toEqual([]);
});

test('@phone nothing is wider than the screen, in either language', async ({ page }) => {
  await open(page, '#/weights?lang=en');
  await page.locator('[data-sample="mixture"]').tap();
  await read(page);
  await expect(page.locator('figure[data-chart="layer-gains"] svg').first()).toBeVisible();
  for (const lang of ['en', 'fa']) {
    if (lang === 'fa') await page.keyboard.press('l');
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, lang).toBeLessThanOrEqual(0);
    await page.locator('[data-tensor] button').first().tap();
    await expect(page.locator('figure[data-chart="tensor-histogram"]')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  }
});

test('a plain chain runs through the engine beside He and Xavier', async ({ page }) => {
  await open(page, '#/weights');
  await page.locator('[data-sample="defaults"]').click();
  await read(page);
  await page.locator('[data-action="run-chain"]').click();
  const chart = page.locator('figure[data-chart="spread-backward"]');
  await expect(chart.locator('svg').first()).toBeVisible({ timeout: 30_000 });
  await page.locator('[data-control="act"]').selectOption('tanh');
  await expect(chart.locator('svg').first()).toBeVisible({ timeout: 30_000 });
  // A network with a normalization layer cannot be run, and the page says why.
  await page.locator('[data-sample="mixture"]').click();
  await read(page);
  await expect(page.locator('main')).toContainText('cannot be run here');
  await expect(page.locator('[data-action="run-chain"]')).toHaveCount(0);
  await page.locator('[data-bug="kernel-area"]').click();
  await read(page);
  await page.locator('[data-action="run-chain"]').click();
  await expect(chart.locator('svg').first()).toBeVisible({ timeout: 30_000 });
});

test('checkpoints of one run are compared, and a tensor shows what training has added', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, '#/weights');
  await page.locator('[data-sample="run"]').click();
  await expect(page.locator('[data-checkpoints="done"]')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('figure[data-chart="run-moved"] svg').first()).toBeVisible();
  await read(page);
  await page.locator('[data-path="4.weight"]').getByRole('button').click();
  await expect(page.locator('figure[data-chart="spectrum"] svg').first()).toBeVisible();
  const added = page.locator('figure[data-chart="spectrum-added"]');
  await expect(added).toContainText('directions', { timeout: 30_000 });
  expect(await spectrumErrors(added, await tableOf(page, added))).toEqual([]);
  await page.keyboard.press('Escape');
  // Among the user's own files, an unreadable one is named; the others are compared.
  await page
    .locator('[data-weights-file]')
    .setInputFiles([file('linear.pt'), file('arrays.npz'), file('evil.pt')]);
  await expect(page.locator('[data-checkpoints="done"]')).toContainText('evil.pt');
  await page.locator('[data-control="checkpoint"]').selectOption({ label: 'linear.pt' });
  await expect(page.locator('[data-tensor="0.weight"]')).toBeVisible();
  await page.locator('[data-sample="he"]').click();
  await expect(page.locator('[data-checkpoints]')).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('the class votes on the lines of a case', async ({ page }) => {
  await open(page, '#/weights');
  await page.locator('[data-bug="brackets"]').click();
  await page.locator('[data-action="cabinet-votes"]').click();
  await page.locator('[data-count="line-2"] [data-action="more"]').click();
  await expect(page.locator('[data-bars]')).toHaveCount(0);
  await page.locator('[data-action="show-votes"]').click();
  await expect(page.locator('[data-bars="line-2"]')).toContainText('100');
  await page.reload();
  await page.locator('[data-bug="brackets"]').click();
  await page.locator('[data-action="cabinet-votes"]').click();
  await expect(page.locator('[data-count="line-2"] input')).toHaveValue('1');
});
