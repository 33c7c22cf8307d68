import { expect, test } from '@playwright/test';
import { axeFinds, open, settled, watch } from './page.ts';

for (const [lang, theme, part] of [
  ['en', 'light', 'all'],
  ['en', 'dark', 'colours'],
  ['fa', 'projector', 'all'],
] as const) {
  test(`axe finds nothing: ${lang}, ${theme}`, async ({ page }) => {
    await open(page, `#/lab?depth=4&width=32&batch=32&lang=${lang}&theme=${theme}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await axeFinds(page, part)).toEqual([]);
    await page.locator('[data-control="initializer"]').first().click();
    expect(await axeFinds(page, part)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.goto('/#/');
    await settled(page);
    expect(await axeFinds(page, part)).toEqual([]);
  });
}

test('Persian reads from the right, its charts from the left, and it is remembered', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, '#/lab?depth=4&width=32');
  await page.locator('[data-action="language"]').click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(
    page.getByRole('heading', { name: 'چه چیزی به انتها می‌رسد و چه چیزی برمی‌گردد؟' }),
  ).toBeVisible();
  await expect(page.locator('aside input[type="text"]').first()).toHaveValue('۴ لایه');
  const plot = page.locator('figure[data-chart="loop"] svg').first();
  expect(await plot.evaluate((svg) => getComputedStyle(svg).direction)).toBe('ltr');
  await page.reload();
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  expect(problems).toEqual([]);
});

test('three themes, remembered', async ({ page }) => {
  await open(page, '#/lab?depth=2&width=16');
  const theme = page.locator('html');
  await page.locator('[data-action="theme"]').click();
  await expect(theme).toHaveAttribute('data-theme', 'dark');
  await page.locator('[data-action="theme"]').click();
  await page.reload();
  await expect(theme).toHaveAttribute('data-theme', 'projector');
});

test('by keyboard alone', async ({ page }) => {
  await open(page, '#/lab?depth=5&width=32&batch=32');
  await page.keyboard.press('s');
  await expect(page.locator('[data-control="scale"] input[value="own"]')).toBeChecked();
  await page.keyboard.press('q');
  await expect(
    page.locator('[data-control="quantity"] input[value="preActivations"]'),
  ).toBeChecked();
  await page.keyboard.press('?');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  // Tab reaches a lane; arrows walk its layers; Enter opens one; Escape closes it.
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(
      () => document.activeElement?.closest('figure[data-chart="layer-histogram"]') !== null,
    );
    if (inside) break;
  }
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog[open] h2')).toContainText('layer 3');
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await page.locator('[data-control="depth"]').focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  await expect(page.locator('figure[data-lane="0"][data-layer="6"]')).toHaveCount(1);
});

test('nothing hangs over the edge of a phone before its font has come @phone', async ({ page }) => {
  await page.route('**/*.woff2', (route) => route.abort());
  for (const query of ['lang=fa', 'lang=fa&theme=projector', 'lang=en&theme=projector']) {
    await page.goto(`/#/lab?${query}&depth=2&width=16`);
    await page.reload();
    await settled(page);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide, query).toBeLessThanOrEqual(0);
  }
});

for (const lang of ['en', 'fa']) {
  test(`a phone shows everything, ${lang} @phone`, async ({ page }) => {
    const problems = watch(page);
    for (const hash of ['#/', '#/lab']) {
      await page.goto(`/${hash}${hash === '#/' ? '' : `?lang=${lang}`}`);
      await settled(page);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBeLessThanOrEqual(0);
    }
    await page.locator('[data-control="act"] label').first().tap();
    await settled(page);
    await page.locator('aside button[aria-expanded]').tap();
    await page.locator('[data-action="new-seed"]').tap();
    await settled(page);
    expect(problems).toEqual([]);
  });
}
