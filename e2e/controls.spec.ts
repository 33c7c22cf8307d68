import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { exported, open, settled, watch } from './page.ts';

const SMALL = '#/lab?lane=he_normal&lane=xavier_normal;depth=3&depth=4&width=32&batch=32';
const range = (page: Page, name: string) => page.locator(`input[data-control="${name}"]`);
const config = async (page: Page): Promise<Record<string, unknown>> =>
  (await exported(page)).lanes[0]!.config;

test('depth, width and examples by their arrow keys', async ({ page }) => {
  await open(page, SMALL);
  await range(page, 'depth').focus();
  await page.keyboard.press('ArrowRight');
  await range(page, 'width').focus();
  await page.keyboard.press('ArrowLeft');
  await range(page, 'batch').focus();
  await page.keyboard.press('ArrowRight');
  const { lanes } = await exported(page);
  const { width, batch } = lanes[0]!.config;
  expect(lanes[0]!.config['depth']).toBe(5);
  expect(Number(width)).toBeLessThan(32);
  expect(Number(batch)).toBeGreaterThan(32);
  expect(lanes[0]!.layers[4]!.activations.count).toBe(Number(width) * Number(batch));
});

test('a number can be typed, in either script; nonsense and excess change nothing harmful', async ({
  page,
}) => {
  await open(page, SMALL);
  const box = page.locator('input[inputmode="decimal"]').nth(1);
  await box.fill('57');
  await box.press('Enter');
  await expect.poll(async () => (await config(page))['width']).toBe(57);
  await box.fill('۶۱');
  await box.press('Enter');
  await expect.poll(async () => (await config(page))['width']).toBe(61);
  await box.fill('wide');
  await box.press('Enter');
  await expect.poll(async () => (await config(page))['width']).toBe(61);
  await expect(page.locator('aside [role="alert"]')).toHaveText('“wide” is not a number.');
  await box.fill('-5');
  await box.press('Enter');
  await expect(page.locator('aside [role="alert"]')).toHaveCount(0);
  await expect.poll(async () => (await config(page))['width']).toBe(1);
});

test('a box shows what is computed: rounded, and within the limits a link has', async ({
  page,
}) => {
  await open(page, '#/lab?lane=xavier_normal&lane=random_normal&depth=4&width=16&batch=16');
  const depth = page.locator('aside input[inputmode="decimal"]').first();
  await depth.fill('12.6');
  await depth.press('Enter');
  await expect(depth).toHaveValue('13');
  expect((await config(page))['depth']).toBe(13);

  const type = async (lane: number, name: string, text: string): Promise<void> => {
    await page.locator('[data-control="initializer"]').nth(lane).click();
    const slider = page.locator(`dialog input[data-control="initializer.${name}"]`);
    const box = slider.locator('xpath=..').locator('input[type="text"]');
    await box.fill(text);
    await box.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  };
  await type(0, 'gain', '4');
  await type(1, 'mean', '−3');
  await type(1, 'std', '5');
  const { lanes } = await exported(page);
  expect(lanes.map(({ config: { lane } }) => lane)).toEqual([
    'xavier_normal(gain=4)',
    'random_normal(mean=-3,std=5)',
  ]);
});

test('a seed can be typed, and sizes of their own given back', async ({ page }) => {
  await open(page, SMALL);
  const seed = page.locator('input[data-control="seed"]');
  await seed.fill('۴۲');
  await seed.press('Enter');
  await expect.poll(async () => (await config(page))['seed']).toBe(42);
  await page.getByText('More settings').click();
  await range(page, 'in').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await config(page))['in']).not.toBe(32);
  await page.locator('[data-action="auto-in"]').click();
  await expect(page.locator('[data-action="auto-in"]')).toHaveCount(0);
  await expect.poll(async () => (await config(page))['in']).toBe(32);
});

test('in Persian a minus stays before its number, and one behind it is read', async ({ page }) => {
  await open(page, '#/lab?lang=fa&lane=random_normal(mean=-0.5)&depth=2&width=8&batch=8');
  await page.locator('[data-control="initializer"]').first().click();
  const box = page.getByRole('dialog').locator('input[inputmode="text"]').first();
  await box.focus();
  await expect(box).toHaveAttribute('dir', 'ltr');
  await expect(box).toHaveValue('-۰٫۵');
  await box.fill('۰٫۷۵-');
  await box.press('Enter');
  await expect(box).toHaveValue('-۰٫۷۵');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  expect((await config(page))['lane']).toBe('random_normal(mean=-0.75)');
});

test('passing over the controls with Tab changes none of them', async ({ page }) => {
  await open(page, SMALL);
  await page.getByText('More settings').click();
  const before = (await exported(page)).lanes.map((lane) => lane.config);
  for (const box of await page.locator('aside input[inputmode="decimal"]').all()) {
    await box.focus();
  }
  await page.locator('[data-control="bias"]').focus();
  expect((await exported(page)).lanes.map((lane) => lane.config)).toEqual(before);
});

test('all ten activations, and the slope of the leaky one', async ({ page }) => {
  await open(page, SMALL);
  await page.getByRole('button', { name: 'all ten' }).click();
  const act = page.locator('select[data-control="act"]');
  await expect(act.locator('option')).toHaveCount(10);
  await act.selectOption('leaky_relu');
  const gentle = (await exported(page)).lanes[0]!;
  await range(page, 'act.slope').fill('0.5');
  const steep = (await exported(page)).lanes[0]!;
  expect(steep.config['act']).toBe('leaky_relu(slope=0.5)');
  expect(steep.layers[3]!.activations.std).not.toBe(gentle.layers[3]!.activations.std);
});

test('input, sizes, biases and their parameters', async ({ page }) => {
  await open(page, SMALL);
  await page.getByText('More settings').click();
  await page.locator('[data-control="input"]').selectOption('uniform');
  await range(page, 'in').focus();
  await page.keyboard.press('Home');
  await range(page, 'out').focus();
  await page.keyboard.press('End');
  await page.locator('[data-control="bias"]').selectOption('constant');
  await range(page, 'bias.value').fill('0.25');
  const [lane] = (await exported(page)).lanes;
  expect(lane!.config).toMatchObject({ input: 'uniform', bias: 'constant(value=0.25)', out: 1024 });
  expect(lane!.layers[0]!.fanIn).toBe(lane!.config['in']);
  expect(Number(lane!.config['in'])).toBeLessThan(32);
});

test('every precision and every input gives a result', async ({ page }) => {
  test.slow();
  const problems = watch(page);
  await open(page, SMALL);
  await page.getByText('More settings').click();
  for (const name of ['precision', 'input']) {
    const select = page.locator(`select[data-control="${name}"]`);
    const values = await select
      .locator('option')
      .evaluateAll((all) => all.map((each) => each.getAttribute('value') ?? ''));
    expect(values.length).toBeGreaterThanOrEqual(4);
    for (const value of values) {
      await select.selectOption(value);
      expect(await config(page)).toMatchObject({ [name]: value });
    }
  }
  expect(problems).toEqual([]);
});

test('without the backward pass there are no gradients, and the chart says so', async ({
  page,
}) => {
  await open(page, SMALL);
  await page.getByText('More settings').click();
  await page.locator('[data-control="backward"]').uncheck({ force: true });
  const [lane] = (await exported(page)).lanes;
  expect(lane!.config['backward']).toBe(0);
  expect(lane!.layers.map(({ gradients }) => gradients)).toEqual([null, null, null, null]);
  await page.locator('[data-control="quantity"] input[value="gradients"]').check({ force: true });
  await expect(page.getByText('Switch the backward pass on').first()).toBeVisible();
});

test('one lane alone: what it does differently is dropped by the common control', async ({
  page,
}) => {
  await open(page, SMALL);
  expect((await exported(page)).lanes[1]!.config['depth']).toBe(3);
  await range(page, 'depth').fill('6');
  const { lanes } = await exported(page);
  expect(lanes.map((lane) => lane.layers.length)).toEqual([6, 6]);
});

test('shortcuts: language, theme, new seed, reset', async ({ page }) => {
  await open(page, SMALL);
  const root = page.locator('html');
  await page.keyboard.press('l');
  await expect(root).toHaveAttribute('lang', 'fa');
  await page.keyboard.press('l');
  await expect(root).toHaveAttribute('lang', 'en');
  await page.keyboard.press('t');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  const seed = page.locator('[data-control="seed"]');
  await expect(seed).toHaveValue('1');
  await page.keyboard.press('n');
  await expect(seed).not.toHaveValue('1');
  await page.keyboard.press('r');
  await expect(seed).toHaveValue('1');
});

test('no shortcut while somebody types', async ({ page }) => {
  await open(page, SMALL);
  const box = page.locator('input[inputmode="decimal"]').first();
  await box.focus();
  await page.keyboard.type('lr');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(box).toHaveValue('lr');
});

test('leaving the lab leaves its address', async ({ page }) => {
  await open(page, '#/lab?depth=3&width=16');
  await page.getByRole('link', { name: 'Init Lab' }).click();
  await settled(page);
  await expect(page.getByRole('link', { name: /Open the lab/ })).toBeVisible();
  await page.waitForTimeout(600);
  expect(new URL(page.url()).hash).toBe('#/');
  await page.goBack();
  await settled(page);
  expect(await config(page)).toMatchObject({ depth: 3, width: 16 });
});

test('a teacher’s link hides controls', async ({ page }) => {
  await open(page, `${SMALL}&hide=depth,act,precision`);
  await expect(range(page, 'width')).toHaveCount(1);
  await expect(page.locator('[data-control="depth"], [data-control="act"]')).toHaveCount(0);
  await range(page, 'width').fill('3');
  await expect.poll(() => decodeURIComponent(page.url())).toContain('hide=depth,act,precision');
});

test('the link button copies what brings the picture back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, SMALL);
  await range(page, 'depth').fill('5');
  const first = await exported(page);
  await page.locator('[data-action="link"]').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(copied);
  const timeless = ({ lanes }: typeof first): unknown =>
    lanes.map((lane) => ({ ...lane, elapsedMs: 0 }));
  expect(timeless(await exported(other))).toEqual(timeless(first));
});
