import { expect, test } from '@playwright/test';
import { open, settled, watch } from './page.ts';

test('a link tailored to a lesson opens as the teacher wanted it', async ({ page }) => {
  const problems = watch(page);
  await open(page, '#/lab?lane=he_normal&lane=zeros&depth=7&width=32');
  await page.locator('[data-action="share"]').click();
  for (const name of ['seed', 'width', 'precision', 'initializer', 'lane', 'export']) {
    await page.locator(`[data-hide="${name}"]`).check();
  }
  await page.locator('[data-hide="lane"]').uncheck();
  const choose = (control: string, value: string) =>
    page.locator(`[data-control="${control}"] input[value="${value}"]`).check({ force: true });
  await choose('share-lang', 'fa');
  await choose('share-theme', 'projector');
  const link = await page.locator('[data-share="link"]').inputValue();
  expect(new URL(link).hash).toBe(
    '#/lab?lane=he_normal&lane=zeros&depth=7&width=32&hide=seed,width,precision,initializer,export&lang=fa&theme=projector',
  );
  await page.goto('about:blank');
  await page.goto(link);
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  for (const gone of ['seed', 'width', 'precision', 'initializer']) {
    await expect(page.locator(`[data-control="${gone}"]`)).toHaveCount(0);
  }
  await expect(page.locator('[data-export="json"]')).toHaveCount(0);
  await expect(page.locator('[data-control="depth"]')).toBeVisible();
  await expect(page.locator('[data-action="add-lane"]')).toBeVisible();
  // The dialog shows the options of the link.
  await page.locator('[data-action="share"]').click();
  await expect(page.locator('[data-hide="seed"]')).toBeChecked();
  await expect(page.locator('[data-hide="depth"]')).not.toBeChecked();
  expect(problems).toEqual([]);
});

test('the code fills the screen, and Escape gives the dialog back', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page, '#/lab?lane=he_normal&depth=7&theme=dark');
  await page.locator('[data-action="share"]').click();
  await page.locator('[data-action="qr"]').click();
  const large = page.locator('dialog[open] button > [data-qr]').last();
  const box = await large.boundingBox();
  expect(box?.height).toBeGreaterThan(1040);
  // The QR code has a white background, even in the dark theme.
  await expect(large.locator('rect')).toHaveAttribute('fill', '#ffffff');
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(1);
  await expect(page.locator('[data-share="link"]')).toBeVisible();
});

test('a stage inside another page, in any width', async ({ page, baseURL }) => {
  const problems = watch(page);
  await open(page, '#/lab?lane=he_normal&lane=zeros&depth=3&width=32');
  await page.locator('[data-action="share"]').click();
  const frame = await page.locator('[data-share="frame"]').inputValue();
  expect(frame).toContain('&embed"');
  // Served from the same host, so that the frame works without a network.
  await page.route('**/teacher.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><div id="box">${frame}</div>`,
    }),
  );
  await page.goto(`${baseURL}/teacher.html`);
  const inside = page.frameLocator('iframe');
  await expect(inside.locator('main')).toHaveAttribute('data-run', 'done', { timeout: 30_000 });
  await expect(inside.locator('figure[data-chart="lanes"]')).toBeVisible();
  await expect(
    inside.locator('header nav, aside, [data-export], [data-action="link"]'),
  ).toHaveCount(0);
  for (const width of [320, 900]) {
    await page.setViewportSize({ width, height: 700 });
    const wide = (): Promise<number> =>
      inside.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    await expect.poll(wide).toBeLessThanOrEqual(0);
    const plot = inside.locator('figure[data-chart="loop"] svg').first();
    await expect
      .poll(async () => (await plot.boundingBox())?.width ?? 0)
      .toBeGreaterThan(width / 3);
  }
  const full = inside.locator('[data-action="full"]');
  await expect(full).toHaveAttribute('href', /#\/lab\?lane=he_normal&lane=zeros&depth=3&width=32$/);
  expect(problems).toEqual([]);
});

test('the share dialog on a phone, in Persian @phone', async ({ page }) => {
  await open(page, '#/lab?lang=fa&depth=3&width=32');
  await page.locator('[data-action="menu"]').click();
  await page.locator('[data-action="share"]').click();
  await page.locator('[data-hide="depth"]').check();
  await expect(page.locator('[data-share="link"]')).toHaveValue(/hide=depth/);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
