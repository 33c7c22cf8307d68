import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { axeFinds, open, openGroups, settled } from './page.ts';

const SMALL = '#/lab?lane=he_normal&lane=zeros&depth=5&width=32&batch=32';

const focused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((each) => document.activeElement?.closest(each) != null, selector);

/** Presses Tab until the focus is inside an element that matches; fails after 80 presses. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    if (await focused(page, selector)) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}

test('Tab reaches every control, in the order they stand, and shows where it is', async ({
  page,
}) => {
  await open(page, SMALL);
  for (const name of ['act', 'depth', 'width', 'batch', 'quantity', 'scale']) {
    await tabTo(page, `[data-control="${name}"]`);
    const ring = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null) return '';
      const shown = [element, element.nextElementSibling, element.parentElement];
      return shown
        .map((each) => (each === null ? null : getComputedStyle(each)))
        .filter((style) => style !== null && style.outlineStyle !== 'none')
        .map((style) => style?.outlineWidth)
        .join(' ');
    });
    expect(ring, name).toMatch(/[1-9]/);
  }
  await tabTo(page, '[data-action="new-seed"]');
});

test('a dialog keeps the focus and gives it back', async ({ page }) => {
  await open(page, SMALL);
  await tabTo(page, '[data-control="initializer"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog[open]')).toBeVisible();
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Tab');
    // After the dialog's last control, Tab moves to the browser's own controls, and the body has the focus.
    const inside = await focused(page, 'dialog[open]');
    expect(inside || (await page.evaluate(() => document.activeElement === document.body))).toBe(
      true,
    );
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  expect(await focused(page, '[data-control="initializer"]')).toBe(true);
});

test('the first Tab offers to skip to the content', async ({ page }) => {
  await open(page, SMALL);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focused(page, 'main')).toBe(true);
  expect(new URL(page.url()).hash).toContain('#/lab');
});

test('single keys can be switched off, and stay off', async ({ page }) => {
  await open(page, SMALL);
  await page.locator('[data-action="help"]').click();
  await page.locator('[data-control="keys"]').uncheck({ force: true });
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await page.reload();
  await settled(page);
  await page.keyboard.press('l');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a key with Control, Alt or Meta is the browser’s', async ({ page }) => {
  await open(page, SMALL);
  for (const key of ['Alt+l', 'Control+q']) await page.keyboard.press(key);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('[data-control="quantity"] input[value="activations"]')).toBeChecked();
});

for (const lang of ['en', 'fa']) {
  test(`axe finds nothing in the dialogs and the open menus, ${lang}`, async ({ page }) => {
    await open(page, `${SMALL}&lang=${lang}&colour=blue`);
    // Both languages have the same colours.
    const violations = () => axeFinds(page, lang === 'en' ? 'all' : 'words');
    await openGroups(page);
    await page.locator('summary', { hasText: /Export|خروجی/ }).click();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('?');
    await expect(page.locator('dialog[open]')).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await tabTo(page, 'figure[data-chart="layer-histogram"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.locator('dialog[open]')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
}
