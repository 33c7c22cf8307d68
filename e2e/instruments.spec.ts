import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { axeFinds, open, settled, watch } from './page.ts';

const factor = (page: Page, direction: string) => page.locator(`[data-gauge="${direction}"]`);
const decide = (page: Page, row: string) => page.locator(`[data-control="decision-${row}"]`);

test('the gauges follow the rule and the shape of the layer', async ({ page }) => {
  const problems = watch(page);
  await page.goto('/#/lesson/he/next');
  const act = (id: string) => page.locator(`[data-control="gauge-act"] input[value="${id}"]`);
  // He with ReLU, 400 to 100: the forward variance is kept; the backward one is multiplied by 100 / 400.
  await page.locator('[data-control="rule"] input[value="he"]').check();
  await expect(factor(page, 'forward')).toHaveText('× 1');
  await expect(factor(page, 'backward')).toHaveText('× 0.25');
  await page.locator('[data-control="rule"] input[value="xavier"]').check();
  await act('linear').check();
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
  expect(await axeFinds(page, 'all', ['[data-chart="gauges"]'])).toEqual([]);
  expect(problems).toEqual([]);
});

test('the gauges of a question show its own layer and rule, whatever the reader has set', async ({
  page,
}) => {
  const before = [
    'ones',
    'uniform-std',
    'linear-400',
    'xavier-relu',
    'shapes',
    'sigmoid-gradient',
    'tanh-100',
    'he-tanh',
    'float16',
  ].map((id) => [`choose/quiz/${id}`, { answer: null, revealed: true, outcome: 'seen' }]);
  const memory = { version: 1, place: null, seen: [], memories: Object.fromEntries(before) };
  await page.addInitScript(
    (text) => localStorage.setItem('init-lab:lesson', text),
    JSON.stringify(memory),
  );
  await open(page, '#/lesson/choose/quiz');
  await expect(page.locator('[data-question="fan-out"]')).toBeVisible();
  await expect(page.locator('[data-gauge]')).toHaveCount(0);
  await page.locator('[data-option="four"] input').check();
  await page.locator('[data-action="reveal"]').click();
  await expect(factor(page, 'forward')).toHaveText('× 1');
  await expect(factor(page, 'backward')).toHaveText('× 4');
  await expect(page.locator('[data-option="four"]')).toHaveAttribute('data-right', 'true');
});

test('a decision is judged at once, stands in the link, and can be taken back', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, '#/lab');
  await page.locator('[data-control="instrument"] input[value="decisions"]').check();
  // The default lanes do not count as decisions.
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
  expect(await axeFinds(page, 'all', ['[data-chart="decisions"]'])).toEqual([]);
  expect(problems).toEqual([]);
});

test('the fan calculator counts what feeds an output, by pointer and by keys, and what PyTorch miscounts', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, '#/lab?lane=he_normal&depth=2&width=8&batch=8');
  await page.locator('[data-control="instrument"] input[value="fans"]').check();
  const figure = page.locator('figure[data-chart="fans"]');
  // 3 × 3 positions in 3 channels.
  await expect(figure).toContainText('fed by 27 numbers');
  const maps = figure.locator('[data-control="fan-place"]');
  await expect(maps.locator('rect[data-state="joined"]')).toHaveCount(27);
  await maps.focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowUp');
  await expect(figure).toContainText('fed by 18 numbers');
  await expect(figure).toContainText('there would be 27');
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowLeft');
  await expect(figure).toContainText('This input feeds');
  // Depthwise, 64 groups: nine numbers feed an output; PyTorch computes a fan-out of 576.
  for (const side of ['inputs', 'outputs']) {
    const box = figure.locator(`[data-control="fan-${side}"]`);
    await box.focus();
    await box.press('Home');
    for (let i = 0; i < 11; i += 1) await box.press('ArrowRight');
  }
  await figure.locator('[data-control="fan-groups"]').press('End');
  const pytorch = figure.getByRole('row', { name: 'PyTorch (64, 1, 3, 3)' });
  await expect(pytorch).toContainText('576');
  await expect(pytorch).toContainText('8 times too small');
  expect(await axeFinds(page, 'all', ['[data-chart="fans"]'])).toEqual([]);
  expect(problems).toEqual([]);
});
