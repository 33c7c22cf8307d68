import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';

/** The section for measuring speed; it shows the same charts as the others. */
const UNPICTURED = new Set(['bench']);

for (const room of ['charts', 'ui']) {
  test(`the gallery of ${room} looks as before`, async ({ page }, info) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(`/src/${room}/gallery/index.html${info.project.metadata['query']}`);
    const sections = page.locator('main > section');
    await expect(sections.first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);

    for (const [index, section] of (await sections.all()).entries()) {
      const id = (await section.getAttribute('id')) ?? String(index + 1);
      if (UNPICTURED.has(id)) continue;
      const name = `${room}-${id}.png`;
      const drawingBase = info.config.updateSnapshots === 'all';
      if (!drawingBase && !existsSync(info.snapshotPath(name, { kind: 'screenshot' }))) {
        info.annotations.push({ type: 'new', description: name });
        continue;
      }
      await expect.soft(section).toHaveScreenshot(name);
    }
    expect(problems).toEqual([]);
  });
}
