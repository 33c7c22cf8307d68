/** The page under a browser's translation, which wraps text nodes in `<font>` elements or replaces them. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { open, settled, toEnd, watch } from './page.ts';

/** Imitates a browser's translation, including that of later changes. */
async function translate(page: Page, how: 'wrap' | 'replace'): Promise<void> {
  await page.evaluate((way) => {
    const done = new WeakSet<Node>();
    const font = (text: Text): void => {
      if (done.has(text) || text.data.trim() === '' || text.parentElement?.closest('font, svg'))
        return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      if (way === 'wrap') {
        done.add(text);
        text.replaceWith(outer);
        inner.append(text);
      } else {
        inner.textContent = text.data;
        text.replaceWith(outer);
      }
    };
    const all = (root: Node): void => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) {
        if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
      }
      texts.forEach(font);
    };
    all(document.body);
    let waiting = false;
    new MutationObserver(() => {
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        all(document.body);
      }, 50);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, how);
}

for (const how of ['wrap', 'replace'] as const) {
  test(`lab: verdicts, numbers and names stay those of the picture (${how})`, async ({ page }) => {
    const problems = watch(page);
    const wanted = '#/lab?lane=he_normal&lane=zeros&depth=4&width=16&batch=16';
    await open(page, wanted.replace('he_normal', 'xavier_normal'));
    await translate(page, how);
    await page.locator('[data-control="initializer"]').first().click();
    await page.locator('select[data-control="initializer-id"]').selectOption('he_normal');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    await settled(page);
    // All visible text, except for the duration of the run.
    const read = async (): Promise<string> =>
      (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ').replace(/[\d.]+ m?s ·/, '');
    await page.waitForTimeout(300);
    const translated = await read();
    await page.goto('about:blank');
    await open(page, wanted);
    expect(translated).toContain('Zero');
    // The last parts of the page appear shortly after the run.
    await expect.poll(read).toBe(translated);
    expect(problems).toEqual([]);
  });

  // Replacing is the harder of the two; the other walks through one chapter of each kind.
  const chapters =
    how === 'replace'
      ? ['zero', 'random', 'sigmoid', 'xavier', 'frameworks', 'he', 'choose', 'clinic']
      : ['random', 'xavier', 'clinic'];
  test(`lesson: ${chapters.join(', ')} can be walked through (${how})`, async ({ page }) => {
    test.setTimeout(120_000);
    const problems = watch(page);
    await open(page, '#/lesson/start/who-chooses');
    await translate(page, how);
    for (const chapter of chapters) {
      await page.evaluate((id) => {
        location.hash = `#/lesson/${id}`;
      }, chapter);
      for (let step = 0; step < 3; step += 1) {
        const reveal = page.locator('[data-action="reveal"]');
        await expect(page.locator('[data-action="next"]')).toBeVisible();
        if ((await reveal.count()) > 0) await reveal.click();
        await page.locator('[data-action="next"]').click();
      }
    }
    await page.keyboard.press('l');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
    await expect(page.locator('main')).not.toHaveAttribute('data-run', 'failed');
    expect(problems).toEqual([]);
  });

  test(`races, notes and every other view go on (${how})`, async ({ page }) => {
    const problems = watch(page);
    await open(page, '#/train?lane=he_normal&lane=zeros&depth=2&width=8&steps=100');
    await translate(page, how);
    await toEnd(page);
    await page.locator('[data-action="restart"]').click();
    await page.locator('[data-control="pace"] input[value="instant"]').check({ force: true });
    await expect(page.locator('[data-playhead="100"]')).toBeVisible();
    await expect(page.locator('[data-playhead]')).toContainText('100');
    await page.evaluate(() => {
      location.hash = '#/notes';
    });
    await expect(page.locator('[data-notes]')).toBeVisible();
    await page.locator('[data-action="next"]').click();
    await page.locator('[data-action="next"]').click();
    await page.evaluate(() => {
      location.hash = '#/';
    });
    await page.locator('[data-action="new-seed"]').click();
    await settled(page);
    for (const view of ['map', 'papers', 'questions', 'weights', 'class', 'poster']) {
      await page.evaluate((id) => {
        location.hash = `#/${id}`;
      }, view);
      await expect(page).toHaveURL(new RegExp(`#/${view}`));
      for (const lang of ['fa', 'en']) {
        await page.keyboard.press('l');
        await expect(page.locator('html'), view).toHaveAttribute('lang', lang);
      }
      await expect(page.locator('main'), view).not.toHaveAttribute('data-run', 'failed');
    }
    expect(problems).toEqual([]);
  });
}
