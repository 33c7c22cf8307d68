import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { exported, open, settled, showNumbers, watch } from './page.ts';

test('the start page computes the four lanes of the lecture', async ({ page }) => {
  const problems = watch(page);
  await open(page, '#/');
  await expect(page.locator('[data-verdict]')).toHaveCount(4);
  const verdicts = await page
    .locator('[data-verdict]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-verdict')));
  expect(verdicts).toEqual(['symmetric', 'vanishing', 'vanishing', 'healthy']);
  await page.getByRole('link', { name: /Open the lab/ }).click();
  await settled(page);
  await expect(page.locator('figure[data-chart="layer-histogram"]')).toHaveCount(40);
  expect(problems).toEqual([]);
});

test('every layer of every lane has its histogram and can be found', async ({ page }) => {
  await open(page, '#/lab?lane=xavier_normal&lane=he_normal;depth=4&depth=6&width=64');
  const figure = (lane: number, layer: number): string =>
    `figure[data-chart="layer-histogram"][data-lane="${lane}"][data-layer="${layer}"][data-quantity="activations"]`;
  await expect(page.locator(figure(0, 6))).toHaveCount(1);
  await expect(page.locator(figure(1, 4))).toHaveCount(1);
  await expect(page.locator(figure(1, 5))).toHaveCount(0);
});

test('a link carries every setting into the numbers', async ({ page }) => {
  const query =
    'lane=random_uniform(min=-0.3,max=0.3)&lane=orthogonal;act=linear;depth=3&act=leaky_relu(slope=0.2)&depth=5&width=32&in=20&out=7&batch=48&input=uniform&bias=constant(value=0.1)&precision=bfloat16&seed=77';
  await open(page, `#/lab?${query}`);
  const { format, lanes } = await exported(page);
  expect(format).toBe('init-lab/experiment@1');
  expect(lanes[0]!.config).toMatchObject({
    lane: 'random_uniform(min=-0.3,max=0.3)',
    act: 'leaky_relu(slope=0.2)',
    depth: 5,
    width: 32,
    in: 20,
    out: 7,
    batch: 48,
    input: 'uniform',
    bias: 'constant(value=0.1)',
    precision: 'bfloat16',
    seed: 77,
  });
  expect(lanes[1]!.config).toMatchObject({ lane: 'orthogonal', act: 'linear', depth: 3 });
  expect(lanes[0]!.layers[0]).toMatchObject({ fanIn: 20, fanOut: 32 });
  expect(lanes[0]!.layers[0]!.activations.count).toBe(48 * 32);
});

test('the script prints the numbers of the page', async ({ page }) => {
  const query = 'lane=xavier_normal&lane=he_normal&depth=8&width=96&batch=64&seed=5';
  await open(page, `#/lab?${query}`);
  const shown = await exported(page);
  const printed = JSON.parse(
    execFileSync('node', ['scripts/experiment.mjs', query], { encoding: 'utf8' }),
  ) as typeof shown;
  shown.lanes.forEach((lane, i) => {
    const other = printed.lanes[i]!;
    expect(other.config).toEqual(lane.config);
    expect(other.verdict).toBe(lane.verdict);
    // The two may run on different builds of the kernels, which round differently.
    lane.layers.forEach((layer, k) => {
      const std = other.layers[k]!.activations.std;
      expect(Math.abs(layer.activations.std / std - 1)).toBeLessThan(1e-4);
    });
  });
});

test('controls change the numbers and the address; the address brings them back', async ({
  page,
  context,
}) => {
  const problems = watch(page);
  await open(page, '#/lab?lane=he_normal&width=64&batch=64');
  await page.locator('[data-control="depth"]').fill('7');
  await page.locator('[data-control="act"] label', { hasText: 'tanh' }).click();
  await page.getByText('More settings').click();
  await page.locator('[data-control="input"]').selectOption('moons');
  await page.locator('[data-control="precision"]').selectOption('float16');
  await page.locator('[data-control="bias"]').selectOption('random_normal');
  await page.locator('[data-action="new-seed"]').click();
  const first = await exported(page);
  expect(first.lanes[0]!.config).toMatchObject({
    depth: 7,
    act: 'tanh',
    input: 'moons',
    precision: 'float16',
    bias: 'random_normal',
    in: 2,
    out: 2,
  });
  expect(first.lanes[0]!.config['seed']).not.toBe(1);
  // The address follows within a quarter of a second.
  await expect.poll(() => page.url()).toContain(`seed=${String(first.lanes[0]!.config['seed'])}`);
  const other = await context.newPage();
  await other.goto(page.url());
  const second = await exported(other);
  const timeless = ({ lanes }: typeof first): unknown =>
    lanes.map((lane) => ({ ...lane, elapsedMs: 0 }));
  expect(timeless(second)).toEqual(timeless(first));
  await page.locator('[data-action="reset"]').click();
  const reset = await exported(page);
  expect(reset.lanes[0]!.config).toMatchObject({ depth: 10, act: 'relu', input: 'gaussian' });
  expect(problems).toEqual([]);
});

test('a lane’s initializer and its parameters', async ({ page }) => {
  await open(page, '#/lab?lane=zeros&depth=3&width=32&batch=32');
  await page.locator('[data-control="initializer"]').click();
  await page.locator('[data-control="initializer-id"]').selectOption('variance_scaling');
  await page.locator('[data-control="initializer.mode"]').selectOption('fan_avg');
  await page.locator('[data-control="initializer.distribution"]').selectOption('uniform');
  await page.keyboard.press('Escape');
  const { lanes } = await exported(page);
  expect(lanes[0]!.config['lane']).toBe('variance_scaling(mode=fan_avg,distribution=uniform)');
  await page.locator('[data-action="add-lane"]').click();
  await settled(page);
  expect((await exported(page)).lanes.length).toBe(2);
});

test('same seed, same numbers; new seed, new ones', async ({ page }) => {
  await open(page, '#/lab?lane=he_normal&depth=2&width=32&batch=32');
  const std = async (): Promise<number> =>
    (await exported(page)).lanes[0]!.layers[1]!.activations.std;
  const first = await std();
  await page.locator('[data-action="same-seed"]').click();
  expect(await std()).toBe(first);
  await page.locator('[data-action="new-seed"]').click();
  expect(await std()).not.toBe(first);
});

test('the picture follows a drag, and ends done', async ({ page }) => {
  const problems = watch(page);
  await open(page, '#/lab?width=64&batch=64');
  const slider = page.locator('[data-control="depth"]');
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height / 2);
  await page.mouse.down();
  for (let i = 0; i <= 12; i += 1) {
    await page.mouse.move(box.x + box.width * (0.1 + 0.03 * i), box.y + box.height / 2);
  }
  await page.mouse.up();
  await settled(page);
  const depth = Number(await slider.inputValue());
  expect(depth).toBeGreaterThan(30);
  await expect(page.locator(`figure[data-lane="3"][data-layer="${depth}"]`)).toHaveCount(1);
  const { lanes } = await exported(page);
  expect(lanes.map((lane) => lane.layers.length)).toEqual([depth, depth, depth, depth]);
  expect(problems).toEqual([]);
});

test('quantities, scales and a look closer', async ({ page }) => {
  const problems = watch(page);
  await open(page, '#/lab?depth=4&width=32&batch=32&seeds=5');
  for (const quantity of ['preActivations', 'gradients', 'weightGradients', 'weights']) {
    await page
      .locator(`[data-control="quantity"] input[value="${quantity}"]`)
      .check({ force: true });
    await expect(page.locator(`figure[data-lane="0"][data-quantity="${quantity}"]`)).toHaveCount(4);
  }
  await page.locator('[data-control="scale"] input[value="own"]').check({ force: true });
  await expect(page.getByText('each layer on its own scale').first()).toBeVisible();
  for (const [tab, chart] of [
    ['shares', 'share-zero'],
    ['curve', 'activation-curve'],
    ['weights', 'weight-matrix'],
    ['magnitude', 'magnitude-map'],
  ]) {
    await page.locator(`[data-control="closer"] input[value="${tab}"]`).check({ force: true });
    await expect(page.locator(`figure[data-chart="${chart}"]`)).toBeVisible();
  }
  await expect(page.getByText('5 to 95 % of 5 seeds').first()).toBeVisible();
  expect(problems).toEqual([]);
});

test('the numbers of a chart as a table, and as CSV', async ({ page }) => {
  await open(page, '#/lab?lane=he_normal&lane=zeros&depth=3&width=32&batch=32');
  await showNumbers(page.locator('figure[data-chart="lanes"]'));
  await expect(page.locator('figure[data-chart="lanes"] tbody tr')).toHaveCount(6);
  await page.locator('summary', { hasText: 'Export' }).click();
  const waiting = page.waitForEvent('download');
  await page.locator('[data-export="csv"]').click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text.trim().split('\n').length).toBe(1 + 2 * 3 * 5);
});

test('infinity is a result', async ({ page }) => {
  await open(page, '#/lab?lane=random_normal(std=1)&act=linear&depth=40&width=256&batch=8');
  await expect(page.locator('[data-verdict="exploding"]')).toContainText('beyond every float');
  const { lanes } = await exported(page);
  expect(JSON.stringify(lanes[0])).not.toContain('null,null,null');
  expect(lanes[0]!.verdict).toBe('exploding');
});
