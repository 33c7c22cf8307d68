/** Helpers shared by the specs. */
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

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

/** The exported results file, parsed. */
export async function exported(page: Page): Promise<{ format: string; lanes: ExportedLane[] }> {
  await settled(page);
  await page.locator('summary', { hasText: /Export|خروجی/ }).click();
  const waiting = page.waitForEvent('download');
  await page.locator('[data-export="json"]').click();
  const path = await (await waiting).path();
  return JSON.parse(await readFile(path, 'utf8'));
}
