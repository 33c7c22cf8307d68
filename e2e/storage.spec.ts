import { expect, test } from '@playwright/test';
import { open, settled, watch } from './page.ts';

const spoilt = [
  [
    'an older version',
    { 'init-lab:view': '{"version":0,"digits":"roman"}', 'init-lab:lang': 'de' },
  ],
  ['half a JSON', { 'init-lab:view': '{"version":1,"dig', 'init-lab:theme': '{}' }],
  [
    'other types',
    { 'init-lab:view': '[1,2,3]', 'init-lab:theme': 'neon', 'init-lab:keys': '\u0000' },
  ],
  [
    'a megabyte',
    { 'init-lab:view': 'x'.repeat(1_000_000), 'init-lab:lang': 'y'.repeat(1_000_000) },
  ],
  ['markup', { 'init-lab:theme': '"><script>alert(1)</script>', 'init-lab:lang': '<b>' }],
] as const;

for (const [name, values] of spoilt) {
  test(`stored state that is ${name} falls back`, async ({ page }) => {
    const problems = watch(page);
    await page.goto('/#/');
    await page.evaluate((given) => {
      for (const [key, value] of Object.entries(given)) localStorage.setItem(key, value);
    }, values);
    await open(page, '#/lab?depth=2&width=16');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    // New choices are stored.
    await page.keyboard.press('l');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
    expect(problems).toEqual([]);
  });
}

test('storage that is full forgets, and everything else works', async ({ page }) => {
  const problems = watch(page);
  await page.goto('/#/');
  await page.evaluate(() => {
    let chunk = 'x'.repeat(1_000_000);
    for (let i = 0; chunk.length > 0; i += 1) {
      try {
        localStorage.setItem(`full-${i}`, chunk);
      } catch {
        chunk = chunk.slice(0, Math.floor(chunk.length / 2));
      }
    }
  });
  await open(page, '#/lab?depth=2&width=16');
  await page.keyboard.press('l');
  await page.keyboard.press('t');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.locator('[data-action="new-seed"]').click();
  await settled(page);
  expect(problems).toEqual([]);
});

test('a second tab has its own lab', async ({ page, context }) => {
  const problems = watch(page);
  await open(page, '#/lab?depth=3&width=32&seed=1');
  const second = await context.newPage();
  const more = watch(second);
  await open(second, '#/lab?depth=5&width=16&seed=2');
  await second.keyboard.press('l');
  await second.locator('[data-action="new-seed"]').click();
  await settled(second);
  expect(page.url()).toContain('seed=1');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('figure[data-lane="0"][data-layer="4"]')).toHaveCount(0);
  await second.close();
  await page.locator('[data-action="new-seed"]').click();
  await settled(page);
  expect([...problems, ...more]).toEqual([]);
});

test('the projector changes its resolution in the middle of a talk', async ({ page }) => {
  const problems = watch(page);
  await open(page, '#/lab?depth=6&width=32&theme=projector');
  for (const [width, height] of [
    [1920, 1080],
    [1024, 768],
    [640, 480],
    [3840, 2160],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    const chart = page.locator('figure[data-chart="loop"] svg').first();
    await expect
      .poll(async () => {
        const box = await chart.boundingBox();
        return box !== null && box.x >= 0 && box.x + box.width <= width + 1 && box.width > 200;
      })
      .toBe(true);
  }
  await expect(page.locator('main')).toHaveAttribute('data-run', 'done');
  expect(problems).toEqual([]);
});
