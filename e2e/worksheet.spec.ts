import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { open, watch } from './page.ts';

/** Presses the button and waits for the call of `window.print`, which these tests replace. */
async function print(page: Page): Promise<void> {
  await page.locator('[data-action="worksheet"]').click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', '1', { timeout: 50_000 });
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '1');
  });
});

test('a chapter prints as a handout with figures, and with its answers at the end', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, '#/lesson/he/half?lang=en');
  // The second language computes nothing anew.
  for (const language of ['en', 'fa']) {
    if (language === 'fa') {
      await page.evaluate(() => {
        document.documentElement.removeAttribute('data-printed');
        location.hash = '#/lesson/he/half?lang=fa';
      });
      await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
    }
    await print(page);
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('[data-worksheet="he"]');
    await expect(sheet).toBeVisible();
    await expect(page.locator('#root')).toBeHidden();
    await expect(sheet.locator('[data-sheet-step]')).toHaveCount(12);
    // Questions have empty boxes; no outcome is shown before the answers.
    await expect(sheet.locator('[data-sheet-question] [data-option]')).toHaveCount(26);
    await expect(sheet.locator('[data-pending]')).toHaveCount(0);
    await expect(sheet.locator('[data-sheet-step] [data-right]')).toHaveCount(0);
    // Every step with a picture on its stage has a figure; axes to draw on have no line.
    await expect(sheet.locator('[data-sheet-step]:has(figure)')).toHaveCount(11);
    const blank = sheet.locator('[data-use="drawn"]');
    await expect(blank).toHaveCount(7);
    await expect(blank.locator('path[data-drawn]:not([d=""])')).toHaveCount(0);
    const answers = sheet.locator('[data-answers]');
    // One right answer per question with options, except for the long race, which runs only on request.
    const questions = sheet.locator('[data-sheet-question]:has([data-option])');
    await expect(answers.locator('[data-right]')).toHaveCount((await questions.count()) - 1);
    await expect(answers.locator('[data-right="thousand"]')).toHaveCount(1);
    await expect(answers.locator('[data-right="stalls"]')).toHaveCount(1);
    await expect(answers.locator('[data-picture="spread"] path[data-drawn]')).toHaveCount(1);
    await expect(sheet.locator('canvas, img')).toHaveCount(0);
    await expect(sheet.locator('svg[role="img"]').first()).toBeVisible();
    const wide = await sheet.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(8);
    expect(pages).toBeLessThanOrEqual(12);
    await page.emulateMedia({ media: 'screen' });
  }
  expect(problems).toEqual([]);
});

test('the last chapter prints its two questions and the ten of the quiz, with their answers', async ({
  page,
}) => {
  await open(page, '#/lesson/choose/table');
  await print(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-sheet-question]')).toHaveCount(12);
  await expect(page.locator('[data-answers] [data-right]')).toHaveCount(12);
});

test('the browser’s own print has the questions, and says where the answers are', async ({
  page,
}) => {
  await open(page, '#/lesson/zero/all-zero');
  await expect(page.locator('[data-action="worksheet"]')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('[data-worksheet="zero"] [data-option]')).toHaveCount(9);
  await expect(page.locator('[data-worksheet="zero"] [data-right]')).toHaveCount(0);
  await expect(page.locator('[data-answers]')).toContainText('Print a worksheet');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('[data-worksheet]')).toHaveCount(0);
});
