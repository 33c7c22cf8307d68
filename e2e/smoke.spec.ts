import { expect, test } from '@playwright/test';

test('the page opens and says nothing to the console', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('./');
  await expect(page.locator('main')).toBeVisible();
  expect(errors).toEqual([]);
});

test('a link chooses the language and the theme before the page runs @phone', async ({ page }) => {
  await page.goto('./#/lab?lang=fa&theme=dark');
  const root = page.locator('html');
  await expect(root).toHaveAttribute('lang', 'fa');
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(root).toHaveAttribute('data-theme', 'dark');
});
