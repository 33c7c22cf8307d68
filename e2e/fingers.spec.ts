import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { exported, open, settled } from './page.ts';

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const lang of ['en', 'fa']) {
  test(`six lanes, a long name and a problem fit on a phone, ${lang} @phone`, async ({ page }) => {
    await open(
      page,
      `#/lab?lang=${lang}&lane=keras_glorot_normal&lane=variance_scaling(scale=1.5,mode=fan_avg,distribution=uniform)&lane=zeros&lane=ones&lane=sparse&lane=orthogonal&depth=12&width=16&batch=16`,
    );
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.goto(`/#/lab?lang=${lang}&depth=100&width=1024&batch=2048&precision=float64`);
    await expect(page.getByRole('alert').first()).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.goto(`/#/lab?lang=${lang}&depth=9999&colour=blue&width=abc&lane=nonsense`);
    await settled(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test(`a layer and an initializer open under a finger, ${lang} @phone`, async ({ page }) => {
    await open(page, `#/lab?lang=${lang}&lane=he_normal&depth=4&width=16&batch=16`);
    const dialog = page.locator('dialog[open]');
    await page.locator('[data-control="initializer"]').first().tap();
    await expect(dialog).toBeVisible();
    const box = (await dialog.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await page.locator('[data-control="initializer-id"]').selectOption('lecun_normal');
    await dialog.locator('header button').tap();
    await expect(dialog).toHaveCount(0);
    expect((await exported(page)).lanes[0]!.config['lane']).toBe('lecun_normal');
  });
}

test('a slider moves under a finger @phone', async ({ page }) => {
  await open(page, '#/lab?lane=he_normal&depth=4&width=16&batch=16');
  const handle = page.locator('aside button[aria-expanded]');
  const slider = page.locator('input[data-control="depth"]');
  if (!(await slider.isVisible())) await handle.tap();
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  await page.touchscreen.tap(box.x + box.width * 0.5, box.y + box.height / 2);
  await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(30);
  await settled(page);
});
