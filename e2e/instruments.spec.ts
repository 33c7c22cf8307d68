import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { open, settled, watch } from './page.ts';

const factor = (page: Page, direction: string) => page.locator(`[data-gauge="${direction}"]`);
const decide = (page: Page, row: string) => page.locator(`[data-control="decision-${row}"]`);

test('the gauges follow the rule and the shape of the layer', async ({ page }) => {
  const problems = watch(page);
  await page.goto('/#/lesson/xavier/next');
  // Xavier, 400 to 100: 2 · 400 / 500 and 2 · 100 / 500.
  await expect(factor(page, 'forward')).toHaveText('× 1.6');
  await expect(factor(page, 'backward')).toHaveText('× 0.4');
  await page.locator('input[data-control="fanIn"]').focus();
  await page.keyboard.press('End');
  await page.locator('input[data-control="fanOut"]').focus();
  await page.keyboard.press('Home');
  await page.locator('[data-control="rule"] input[value="fan-out"]').check();
  await expect(factor(page, 'forward')).toHaveText('× 1024');
  await expect(factor(page, 'backward')).toHaveText('× 1');
  const { violations } = await new AxeBuilder({ page }).include('[data-chart="gauges"]').analyze();
  expect(violations).toEqual([]);
  expect(problems).toEqual([]);
});

test('a decision is judged at once, stands in the link, and can be taken back', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, '#/lab');
  await page.locator('[data-control="instrument"] input[value="decisions"]').check();
  // Default lanes are nobody's decisions.
  await expect(decide(page, 'relu')).toHaveValue('');
  await decide(page, 'relu').selectOption('xavier_normal');
  await decide(page, 'tanh').selectOption('xavier_normal');
  const row = (name: string) => page.locator(`[data-row="${name}"]`);
  await expect(row('tanh').locator('[data-verdict]')).toHaveAttribute('data-verdict', 'healthy');
  await expect(row('relu').locator('[data-verdict]')).toHaveAttribute('data-verdict', 'vanishing');
  await settled(page);
  await expect.poll(() => page.url()).toContain('lane=xavier_normal;act=tanh&lane=xavier_normal');
  await page.reload();
  await settled(page);
  await page.locator('[data-control="instrument"] input[value="decisions"]').check();
  await expect(decide(page, 'relu')).toHaveValue('xavier_normal');
  await decide(page, 'relu').selectOption('');
  await expect(row('relu').locator('[data-verdict]')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page })
    .include('[data-chart="decisions"]')
    .analyze();
  expect(violations).toEqual([]);
  expect(problems).toEqual([]);
});
