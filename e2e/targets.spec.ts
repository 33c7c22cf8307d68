/** The touch targets of all controls, measured with `elementFromPoint`. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { open, openGroups, settled } from './page.ts';

/** In px: 44, minus one for each end, which is rounded down to a whole pixel. */
const LEAST = 44 - 2;

/**
 * Controls whose touch target is too small, as `width×height name`. Ignores the skip link, which is for keyboards;
 * links within a sentence; and marks in a chart (a layer can also be reached from its neighbours' dialogs).
 */
async function tooSmall(
  page: Page,
  within: string,
): Promise<{ readonly count: number; readonly small: string[] }> {
  return await page.evaluate(
    ([least, place]) => {
      const found: string[] = [];
      const controls = document.querySelectorAll<HTMLElement>(
        `${place} :is(a[href], button, input, select, textarea, summary, [role="slider"])`,
      );
      let count = 0;
      for (const control of controls) {
        if (!control.checkVisibility({ visibilityProperty: true })) continue;
        if (control.matches('a[href="#content"], [data-chart="layer-histogram"] button')) continue;
        const sentence = control.matches('a, button') ? control.closest('p, li') : null;
        const inline = getComputedStyle(control).display.startsWith('inline');
        if (sentence !== null && inline && sentence.textContent !== control.textContent) continue;
        const pressed = control.matches('[type="radio"], [type="checkbox"]')
          ? (control.closest('label') ?? control)
          : control;
        pressed.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const box = pressed.getBoundingClientRect();
        if (box.width < 2 || box.height < 2) continue;
        count += 1;
        const hits = (x: number, y: number): boolean => {
          const under = document.elementFromPoint(x, y);
          return under !== null && pressed.contains(under);
        };
        const reach = (dx: number, dy: number): number => {
          let far = -1;
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          while (far < least && hits(x + dx * (far + 1), y + dy * (far + 1))) far += 1;
          return far;
        };
        const width = reach(1, 0) + reach(-1, 0) + 1;
        const height = reach(0, 1) + reach(0, -1) + 1;
        if (width >= least && height >= least) continue;
        const { control: name, action, export: file } = control.dataset;
        const word =
          name ?? action ?? file ?? control.ariaLabel ?? control.textContent.slice(0, 30);
        found.push(`${width}×${height} ${control.tagName.toLowerCase()} ${word}`);
      }
      return { count, small: found };
    },
    [LEAST, within] as const,
  );
}

for (const lang of ['en', 'fa']) {
  test(`every control is as large as a finger, ${lang} @phone`, async ({ page }) => {
    const expectTargets = async (where: string, least: number, within = 'body'): Promise<void> => {
      await expect(page.locator(within)).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      const { count, small } = await tooSmall(page, within);
      expect(small, where).toEqual([]);
      expect(count, where).toBeGreaterThanOrEqual(least);
    };
    const close = () => page.locator('dialog[open] header button').last().tap();

    await open(page, `#/?lang=${lang}`);
    await expectTargets('start page', 15);

    await page.goto(
      `/#/lab?lang=${lang}&lane=xavier_normal(gain=2)&lane=he_normal&depth=3&width=16&batch=16`,
    );
    await settled(page);
    await expect(page.locator('figure[data-chart="magnitude-map"]')).toBeVisible();
    await expectTargets('lab', 40);
    const files = page.locator('summary', { hasText: /Export|خروجی/ });
    await files.tap();
    await expectTargets('export', 6, 'figure details[open]');
    await files.tap();
    await page.locator('aside button[aria-expanded]').tap();
    await openGroups(page);
    await expectTargets('controls', 30, 'aside');
    await page.locator('aside button[aria-expanded]').tap();
    await page.locator('[data-control="initializer"]').first().tap();
    await page.locator('[data-control="elsewhere"]').tap();
    await expectTargets('an initializer', 8, 'dialog[open]');
    await close();
    await page.locator('figure[data-lane="0"][data-layer="2"] button').tap();
    await expectTargets('a layer', 8, 'dialog[open]');
    await close();

    await page.goto(`/#/train?lang=${lang}&lane=he_normal&lane=zeros&depth=2&width=8&steps=50`);
    await settled(page);
    await page.locator('[data-control="inside"] input[value="units"]').check({ force: true });
    await expect(page.locator('figure[data-chart="units"]').first()).toBeVisible();
    await expectTargets('race', 50);

    for (const step of ['zero/all-zero', 'xavier/two-demands']) {
      await page.goto(`/#/lesson/${step}?lang=${lang}`);
      const reveal = page.locator('[data-action="reveal"]');
      await expect(reveal.or(page.locator('main[data-run="done"]')).first()).toBeVisible();
      await expectTargets(step, 8);
      if (!(await reveal.isVisible())) continue;
      await reveal.tap();
      await settled(page);
      await expectTargets(`${step}, answered`, 8);
    }
    await page.locator('[data-action="contents"]').tap();
    await expectTargets('contents', 8, ':popover-open');

    await page.goto(`/#/weights?lang=${lang}`);
    await settled(page);
    await expectTargets('weights', 10);
  });
}
