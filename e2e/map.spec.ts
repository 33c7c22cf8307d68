import { expect, test } from '@playwright/test';
import { axeFinds, open, watch } from './page.ts';

test('the point moves by keys and by hand, and everything follows', async ({ page }) => {
  const problems = watch(page);
  await open(page, '#/map');
  const point = page.locator('[data-map-point]');
  const chi = page.locator('[data-fact="chi"] dd');
  await expect(chi).toHaveText('0.998');
  await expect(page.locator('figure[data-chart="circle"] svg')).toHaveCount(4);
  const sigma = page.locator('div[data-of-lane="0"]').first();
  const before = await sigma.textContent();
  // From the critical line into chaos.
  await point.focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
  await expect(chi).not.toHaveText('0.998');
  expect(Number(await chi.textContent())).toBeGreaterThan(1.03);
  await expect(sigma).not.toHaveText(before ?? '');
  await expect.poll(() => page.url()).toContain('scale=2,distribution');
  // Dragged to the left, into the ordered phase; the address then opens the same point.
  const map = page.locator('figure[data-chart="chaos-map"] svg').first();
  const box = (await map.boundingBox())!;
  await point.hover();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.5, { steps: 4 });
  await page.mouse.up();
  expect(Number(await chi.textContent())).toBeLessThan(0.6);
  const moved = await chi.textContent();
  await page.waitForTimeout(400);
  await page.reload();
  await expect(chi).toHaveText(moved ?? '');
  await page.locator('[data-action="critical"]').click();
  expect(Math.abs(Number(await chi.textContent()) - 1)).toBeLessThan(0.02);
  // ReLU has no fixed point beyond its critical variance.
  await page.locator('[data-control="act"] input[value="relu"]').check({ force: true });
  await point.focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await expect(chi).toHaveText('none');
  expect(problems).toEqual([]);
});

test('cells are trained, can be stopped, and open as the race they are', async ({ page }) => {
  await open(page, '#/map?steps=100&lr=0.03');
  await expect(page.getByText(/At most about .* on this device/)).toBeVisible();
  await page.locator('[data-action="train-cells"]').click();
  await expect(page.locator('[data-cell]:not([data-state="waiting"])').first()).toBeVisible();
  await page.locator('[data-action="cancel-cells"]').click();
  const kept = await page.locator('[data-cell]:not([data-state="waiting"])').count();
  expect(kept).toBeGreaterThan(0);
  await expect(page.locator('[data-action="train-cells"]')).toBeVisible();
  await page.locator('[data-cell="5 1.75"]').click();
  await expect.poll(() => page.url()).toContain('#/train?');
  await expect(page.locator('main')).toHaveAttribute('data-run', 'done', { timeout: 45_000 });
  expect(page.url()).toMatch(/depth=5.*width=32/);
});

for (const [lang, theme] of [
  ['en', 'light'],
  ['fa', 'dark'],
] as const) {
  test(`axe finds nothing on the map: ${lang}, ${theme} @phone`, async ({ page }) => {
    await open(page, `#/map?lang=${lang}&theme=${theme}`);
    await expect(
      page.locator('figure[data-chart="directions-orthogonal"] svg').first(),
    ).toBeVisible();
    await expect(page.locator('[data-fact="chi"] dd')).toBeVisible();
    // The chart of networks born dead has a line with dots for each width; it is drawn when it comes near.
    const dead = page.locator('figure[data-chart="born-dead"]');
    await dead.scrollIntoViewIfNeeded();
    await expect(dead.locator('g[data-of-lane]')).toHaveCount(5);
    expect(await axeFinds(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}
