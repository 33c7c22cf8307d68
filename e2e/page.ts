/** Helpers shared by the specs. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export interface ExportedLane {
  readonly config: Record<string, unknown>;
  readonly layers: readonly {
    readonly layer: number;
    readonly fanIn: number;
    readonly fanOut: number;
    readonly distinctUnits: number;
    readonly activations: { readonly std: number; readonly count: number; readonly zero: number };
    readonly gradients: { readonly std: number } | null;
    readonly places: { readonly activations: readonly number[] } | null;
  }[];
  readonly verdict: string;
}

/** Collects all errors that the page logs or throws; a test expects the list to be empty. */
export function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}

export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main')).toHaveAttribute('data-run', 'done', { timeout: 45_000 });
}

export async function open(page: Page, hash: string): Promise<void> {
  await page.goto(`/${hash}`);
  await settled(page);
}

/** Opens the menu of a figure, with its numbers and files. */
export const openMenu = (figure: Locator): Promise<void> =>
  figure.locator('[data-save] summary').first().click();

/** Shows the numbers of a figure as a table. */
export async function showNumbers(figure: Locator): Promise<void> {
  await openMenu(figure);
  await figure.locator('[data-action="numbers"]').click();
}

/** Opens the groups of controls; what is in one is there once it is open. */
export async function openGroups(page: Page): Promise<void> {
  const groups = page.locator('aside details > summary');
  await groups.first().click();
  await expect(groups).toHaveCount(2);
  await groups.last().click();
}

/** Moves the playhead of a race to its end. */
export async function toEnd(page: Page): Promise<void> {
  await settled(page);
  // The race may be over by now, and the button has nothing left to do.
  await page
    .locator('[data-action="to-end"]')
    .evaluate((button: HTMLButtonElement) => button.click());
}

/** The exported results file, parsed. */
export async function exported(page: Page): Promise<{ format: string; lanes: ExportedLane[] }> {
  await settled(page);
  await page.locator('summary', { hasText: /Export|خروجی/ }).click();
  const waiting = page.waitForEvent('download');
  await page.locator('[data-export="json"]').click();
  const path = await (await waiting).path();
  return JSON.parse(await readFile(path, 'utf8'));
}

/**
 * What axe finds, as rules with their elements. `colours` is the contrast alone, which a theme may change; `words` is all
 * but that, for a second language of the same page. Each takes about half of the time.
 */
export async function axeFinds(
  page: Page,
  part: 'all' | 'colours' | 'words' = 'all',
  within: readonly string[] = [],
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
    // The page has no frames of other origins, for which axe would open a page of its own.
    .setLegacyMode()
    .options({
      // Otherwise every element that passes is described as well.
      resultTypes: ['violations'],
      ...(part === 'colours' ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {}),
      ...(part === 'words' ? { rules: { 'color-contrast': { enabled: false } } } : {}),
    });
  for (const selector of within) axe.include(selector);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 300)).join(' ')}`,
  );
}

const LOOKS = [
  { keys: [], lang: 'en', theme: 'light', part: 'all' },
  { keys: ['l', 't'], lang: 'fa', theme: 'dark', part: 'all' },
  { keys: ['t'], lang: 'fa', theme: 'projector', part: 'colours' },
] as const;

/**
 * What axe finds in both languages and all themes, each with its look; the page is in English and light, before and
 * after.
 */
export async function axeFindsInLooks(
  page: Page,
  within: readonly string[] = [],
): Promise<readonly string[]> {
  const found: string[] = [];
  const html = page.locator('html');
  for (const { keys, lang, theme, part } of LOOKS) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(html).toHaveAttribute('lang', lang);
    await expect(html).toHaveAttribute('data-theme', theme);
    // What is loaded with a language.
    await expect(page.locator('[data-pending]')).toHaveCount(0);
    // Colours on their way to those of the theme.
    await page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter((each) => each instanceof CSSTransition)
          .map(({ finished }) => finished),
      ),
    );
    for (const each of await axeFinds(page, part, within)) found.push(`${lang}, ${theme}: ${each}`);
  }
  for (const key of ['l', 't']) await page.keyboard.press(key);
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(html).toHaveAttribute('data-theme', 'light');
  return found;
}
