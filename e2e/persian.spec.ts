import { expect, test } from '@playwright/test';
import { exported, open, settled, watch } from './page.ts';

const SMALL = '#/lab?lang=fa&lane=he_normal&lane=zeros&depth=5&width=32&batch=32';

test('the browser’s language decides where nothing else does', async ({ browser }) => {
  for (const [locale, lang] of [
    ['fa-IR', 'fa'],
    ['de-DE', 'en'],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await open(page, '#/lab?depth=2&width=8');
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await context.close();
  }
});

test('no Latin digit and no English word is left in what is read', async ({ page }) => {
  await open(page, SMALL);
  const words = await page.locator('aside, main h2, main h3, main figcaption').allInnerTexts();
  const text = words.join(' ');
  expect(text).not.toMatch(/\b(?:layers?|units|depth|width|seed|healthy|the)\b/i);
  const verdict = await page.locator('[data-verdict]').first().innerText();
  expect(verdict).not.toMatch(/[0-9]/);
  expect(verdict).toMatch(/[۰-۹]/);
});

test('Persian letters of the same keys are shortcuts as well', async ({ page }) => {
  await open(page, SMALL);
  const root = page.locator('html');
  const press = (key: string): Promise<void> =>
    page.evaluate((letter) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: letter, bubbles: true }));
    }, key);
  await press('م');
  await expect(root).toHaveAttribute('dir', 'ltr');
  await press('م');
  await expect(root).toHaveAttribute('dir', 'rtl');
  await press('س');
  await expect(page.locator('[data-control="scale"] input[value="own"]')).toBeChecked();
});

test('numbers can be typed in Persian digits', async ({ page }) => {
  await open(page, SMALL);
  const box = page.locator('aside input[inputmode="decimal"]').first();
  await box.fill('۱۲');
  await box.press('Enter');
  await expect
    .poll(async () => (await exported(page)).lanes[0]!.config['depth'], { timeout: 20_000 })
    .toBe(12);
});

test('the files are the same in both languages', async ({ page }) => {
  await open(page, SMALL);
  const persian = await exported(page);
  await page.keyboard.press('l');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const english = await exported(page);
  const timeless = ({ lanes }: typeof persian): unknown =>
    lanes.map((lane) => ({ ...lane, elapsedMs: 0 }));
  expect(timeless(persian)).toEqual(timeless(english));
});

test('a layer opens from the right side of the page and closes again', async ({ page }) => {
  const problems = watch(page);
  await open(page, SMALL);
  const strips = page.locator('[data-verdict]');
  const [first, second] = [await strips.nth(0).boundingBox(), await strips.nth(1).boundingBox()];
  expect(first!.x).toBeGreaterThan(second!.x);
  await page.locator('[data-control="initializer"]').first().click();
  await expect(page.locator('dialog[open] h2')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await settled(page);
  expect(problems).toEqual([]);
});

test('Latin digits in Persian, remembered', async ({ page }) => {
  await open(page, SMALL);
  const verdict = page.locator('[data-verdict]').first();
  await expect(verdict).toContainText(/[۰-۹]/);
  await page.locator('[data-action="help"]').click();
  await page.locator('[data-control="digits"] input[value="latin"]').check({ force: true });
  await page.keyboard.press('Escape');
  await expect(verdict).not.toContainText(/[۰-۹]/);
  await expect(verdict).toContainText(/[0-9]/);
  await page.reload();
  await settled(page);
  await expect(verdict).not.toContainText(/[۰-۹]/);
});
