import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { open, settled, watch } from './page.ts';

const counter = (page: Page) => page.locator('[data-present-bar] [data-counter]');
const followsLesson = (notes: Page) =>
  expect(notes.locator('[data-follows="true"]')).toHaveCount(1);

/** The smallest visible text of the page and its size in px; formulas are excluded. */
const smallest = (page: Page): Promise<{ readonly size: number; readonly text: string }> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let found = { size: Number.POSITIVE_INFINITY, text: '' };
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (parent === null || text === '') continue;
      if (parent.closest('.katex, sup, sub, script, style, noscript') !== null) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNode(node);
      const { width, height } = range.getBoundingClientRect();
      const style = getComputedStyle(parent);
      // Skip text for screen readers, which is clipped.
      if (
        width < 2 ||
        height < 2 ||
        parent.closest('[class*="summary"], [class*="poken"], [class*="idden"]')
      )
        continue;
      // Skip exponents on an axis: superscripts are smaller.
      if (parent.matches('tspan[dy]:not([y]), tspan[baseline-shift]')) continue;
      const size = Number.parseFloat(style.fontSize);
      if (size < found.size) found = { size, text };
    }
    return found;
  });

test('P, a clicker’s keys, B and Escape', async ({ page }) => {
  const problems = watch(page);
  await page.addInitScript(() => localStorage.setItem('init-lab:theme', 'dark'));
  await open(page, '#/lesson/zero/all-zero');
  const root = page.locator('html');
  await page.keyboard.press('p');
  await expect(root).toHaveAttribute('data-theme', 'projector');
  await expect(page.locator('header').first()).toBeHidden();
  await expect(counter(page)).toHaveText('1 / 7');
  // The first press shows the outcome, the second moves to the next step.
  await page.keyboard.press('PageDown');
  await expect(page.locator('[data-after="true"]')).toHaveCount(1);
  await expect(counter(page)).toHaveText('1 / 7');
  await page.keyboard.press('PageDown');
  await expect(counter(page)).toHaveText('2 / 7');
  await page.keyboard.press('PageUp');
  await expect(counter(page)).toHaveText('1 / 7');
  await page.keyboard.press('ArrowRight');
  await expect(counter(page)).toHaveText('2 / 7');
  // The key that ends the black screen does nothing else.
  for (const key of ['b', '.']) {
    await page.keyboard.press(key);
    await expect(page.locator('[data-blank]')).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(page.locator('[data-blank]')).toHaveCount(0);
    await expect(counter(page)).toHaveText('2 / 7');
  }
  await page.keyboard.press('b');
  await page.mouse.click(20, 400);
  await expect(page.locator('[data-blank]')).toHaveCount(0);
  await expect(counter(page)).toHaveText('2 / 7');
  // The stage reacts to its controls.
  await page.locator('[data-control="act"] input[value="sigmoid"]').check({ force: true });
  await settled(page);
  await expect(page.locator('[data-control="act"] input[value="sigmoid"]')).toBeChecked();
  await page.keyboard.press('PageDown');
  await expect(counter(page)).toHaveText('3 / 7');
  await page.keyboard.press('Escape');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('header').first()).toBeVisible();
  await expect(counter(page)).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('init-lab:theme'))).toBe('dark');
  expect(problems).toEqual([]);
});

test('a bookmark presents, and goes on presenting when loaded again', async ({ page }) => {
  await open(page, '#/lesson/he/half?present');
  await expect(counter(page)).toHaveText(/^2 \/ /);
  await page.keyboard.press('PageDown');
  await expect(counter(page)).toHaveText(/^3 \/ /);
  expect(page.url()).toMatch(/recipe\?present$/);
  await page.reload();
  await expect(counter(page)).toHaveText(/^3 \/ /);
  await page.locator('[data-action="leave"]').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect.poll(() => page.url()).toMatch(/recipe$/);
});

for (const [lang, on] of [
  ['en', 1270],
  ['fa', 10],
] as const) {
  test(`taps at the edges step, ${lang}; controls keep their own`, async ({ page }) => {
    await open(page, `#/lesson/start/before-training?present&lang=${lang}`);
    const steps = page.locator('[data-step]');
    await page.mouse.move(on, 300);
    await page.mouse.click(on, 300);
    await expect(steps).toHaveAttribute('data-step', 'next');
    await page.mouse.click(1280 - on, 620);
    await expect(steps).toHaveAttribute('data-step', 'before-training');
    await page.mouse.click(640, 15);
    await expect(steps).toHaveAttribute('data-step', 'before-training');
    // A button at the edge of the screen takes precedence over paging.
    const lane = page.locator('[data-step] button').last();
    await lane.evaluate((button) => {
      button.style.position = 'fixed';
      button.style.inset = '100px auto auto 5px';
    });
    await page.mouse.click(12, 110);
    await page.waitForTimeout(300);
    await expect(steps).toHaveAttribute('data-step', 'before-training');
  });
}

for (const [lang, hash] of [
  ['en', '#/lesson/random/ten-layers'],
  ['en', '#/lesson/xavier/figures'],
  ['fa', '#/lesson/he/race-30'],
] as const) {
  test(`every letter is 28 px high at 1920, ${lang}, ${hash}`, async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await open(page, `${hash}?present&lang=${lang}`);
    const fits = async (least: number): Promise<void> => {
      const { size, text } = await smallest(page);
      expect(size, text).toBeGreaterThanOrEqual(least);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      const high = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(high).toBeLessThanOrEqual(0);
    };
    await fits(28);
    await page.keyboard.press('PageDown');
    await settled(page);
    await fits(28);
    // At other resolutions, letters keep their minimum size relative to the width.
    for (const [width, height] of [
      [1280, 720],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await settled(page);
      await fits((28 * width) / 1920);
    }
  });
}

/** Parts of the lesson that overflow, as `name width height`. */
const tooLarge = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-part]')]
      .filter(
        (part) =>
          part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1,
      )
      .map(
        ({ dataset, scrollWidth, scrollHeight }) =>
          `${dataset['part']} ${scrollWidth} ${scrollHeight}`,
      ),
  );

/** Steps that hardly fit, and whether with their outcome. */
const FULL_STEPS = {
  en: [
    ['random/draw', false],
    ['random/shallow', false],
    ['he/hundred', true],
    ['he/convolution', true],
  ],
  fa: [
    ['sigmoid/search', false],
    ['xavier/one-neuron', true],
    ['frameworks/default', true],
    ['frameworks/next', false],
    ['clinic/checklist', false],
  ],
} as const;

for (const lang of ['en', 'fa'] as const) {
  test(`one step is one screen, ${lang}`, async ({ page }) => {
    for (const [step, shows] of FULL_STEPS[lang]) {
      await page.setViewportSize({ width: 1920, height: 1080 });
      await open(page, `#/lesson/${step}?present&lang=${lang}`);
      if (shows) await page.keyboard.press('PageDown');
      await settled(page);
      await expect.poll(() => tooLarge(page), step).toEqual([]);
      const { size, text } = await smallest(page);
      expect(size, `${step}: ${text}`).toBeGreaterThanOrEqual(28);
      // A new resolution starts fitting at level 0 again, so this level does not persist.
      await page.evaluate(() => (document.documentElement.dataset['tighttext'] = '9'));
      await page.setViewportSize({ width: 1280, height: 720 });
      await expect(page.locator('html')).not.toHaveAttribute('data-tighttext', '9');
      await expect.poll(() => tooLarge(page), step).toEqual([]);
    }
  });
}

test('the two windows follow each other; closed and opened, neither loses anything', async ({
  page,
  context,
}) => {
  const problems = watch(page);
  await open(page, '#/lesson/zero/all-zero');
  const popup = context.waitForEvent('page');
  await page.keyboard.press('n');
  let notes = await popup;
  problems.push(...watch(notes));
  await followsLesson(notes);
  await expect(notes.locator('h1')).toHaveText('Start from nothing');
  await expect(notes.locator('[data-notes]')).toContainText('Votes split');
  // The notes show the answer before the class sees it.
  const right = notes.locator('[data-option][data-right="true"]');
  await expect(right).toHaveAttribute('data-option', 'flat', { timeout: 45_000 });
  await expect(page.locator('[data-after="true"], [data-right="true"]')).toHaveCount(0);
  await page.keyboard.press('p');

  // The notes follow the lesson …
  await page.keyboard.press('PageDown');
  await expect(notes.locator('[data-ahead]')).toHaveCount(0, { timeout: 45_000 });
  await expect(right).toHaveAttribute('data-option', 'flat');
  await page.keyboard.press('PageDown');
  await expect(notes.locator('h1')).toHaveText('Why nothing moves');
  // … and the lesson follows the notes.
  await notes.locator('[data-action="next"]').click();
  await expect(counter(page)).toHaveText('3 / 7');
  await notes.keyboard.press('PageUp');
  await expect(counter(page)).toHaveText('2 / 7');
  await notes.locator('[data-action="blank"]').click();
  await expect(page.locator('[data-blank]')).toBeVisible();
  await notes.locator('[data-action="blank"]').click();
  await expect(page.locator('[data-blank]')).toHaveCount(0);
  await notes.locator('[data-action="next"]').click();
  await notes.locator('[data-action="reveal"]').click();
  await expect(page.locator('[data-after="true"]')).toHaveCount(1);
  await notes.locator('[data-action="clock"]').click();
  await expect(notes.locator('[data-elapsed]')).not.toHaveText('00:00');

  // The notes window is closed and opened again.
  await notes.close();
  await page.keyboard.press('PageDown');
  notes = await context.newPage();
  await notes.goto('/#/notes');
  await followsLesson(notes);
  await expect(notes.locator('h1')).toHaveText('Twins for ever');
  await expect(notes.locator('[data-elapsed]')).not.toHaveText('00:00');

  // After the lesson's window is closed, the notes say so and can still be paged through.
  await page.close({ runBeforeUnload: true });
  await expect(notes.locator('output')).toContainText('No lesson is open');
  await expect(notes.locator('h1')).toHaveText('Twins for ever');
  await notes.locator('[data-action="next"]').click();
  await expect(notes.locator('h1')).toHaveText('Break it');
  await expect(notes.locator('[data-action="blank"]')).toBeDisabled();
  const again = await context.newPage();
  await again.goto('/#/lesson');
  await followsLesson(notes);
  await expect(notes.locator('h1')).toHaveText('Twins for ever');
  expect(problems).toEqual([]);
});

test('the notes no longer follow a lesson that is closing, even if it still draws', async ({
  page,
  context,
}) => {
  await open(page, '#/lesson/zero/all-zero?present');
  const notes = await context.newPage();
  await notes.goto('/#/notes');
  await followsLesson(notes);
  const title = await notes.locator('h1').textContent();
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  const state = notes.locator('output');
  await expect(state).toContainText('No lesson is open');
  await page.keyboard.press('b');
  await expect(page.locator('[data-blank]')).toBeVisible();
  await notes.locator('[data-action="next"]').click();
  await expect(notes.locator('h1')).not.toHaveText(title ?? '');
  await expect(state).toContainText('No lesson is open');
  await page.evaluate(() => dispatchEvent(new Event('pageshow')));
  await followsLesson(notes);
  await expect(notes.locator('h1')).toHaveText(title ?? '');
});

test('hands are counted, shown, counted again, kept, exported, and deleted when sure', async ({
  page,
  context,
}) => {
  await open(page, '#/lesson/random/ten-layers?present');
  const notes = await context.newPage();
  await notes.goto('/#/notes');
  await followsLesson(notes);
  const count = (option: string) => notes.locator(`[data-count="${option}"]`);
  await count('same').locator('input').fill('12');
  await count('narrow').locator('input').fill('۶');
  await count('narrow').locator('[data-action="more"]').click();
  await count('narrow').locator('[data-action="fewer"]').click();
  await expect(notes.locator('[data-total]')).toHaveText('18 hands');
  await expect(page.locator('[data-bars]')).toHaveCount(0);
  await notes.locator('[data-action="show-votes"]').click();
  await expect(page.locator('[data-bars="narrow"]')).toContainText('6 · 33 %');

  await notes.locator('[data-action="vote-again"]').click();
  await expect(page.locator('[data-bars]')).toHaveCount(0);
  await count('narrow').locator('input').fill('18');
  await notes.locator('[data-action="show-votes"]').click();
  await expect(page.locator('[data-bars="narrow"] [data-round="before"]')).toContainText('33 %');
  await expect(page.locator('[data-bars="narrow"] [data-round="last"]')).toContainText('100 %');
  const width = (round: string): Promise<number> =>
    page
      .locator(`[data-bars="narrow"] [data-round="${round}"] span span`)
      .evaluate((bar) => bar.getBoundingClientRect().width);
  await expect.poll(async () => (await width('before')) / (await width('last'))).toBeCloseTo(1 / 3);

  await page.reload();
  await expect(page.locator('[data-bars="narrow"]')).toContainText('100 %');
  await notes.reload();
  await expect(count('narrow').locator('input')).toHaveValue('18');

  const saved = async (name: string): Promise<string> => {
    const waiting = notes.waitForEvent('download');
    await notes.locator(`[data-export="votes-${name}"]`).click();
    return readFile(await (await waiting).path(), 'utf8');
  };
  expect((await saved('csv')).trim().split('\r\n')).toEqual([
    'chapter,step,question,answer,round,count',
    'random,ten-layers,,same,1,12',
    'random,ten-layers,,narrow,1,6',
    'random,ten-layers,,narrow,2,18',
  ]);
  expect(JSON.parse(await saved('json')).votes).toHaveLength(3);

  await notes.locator('[data-action="clear-votes"]').click();
  await notes.locator('[data-action="clear-votes-no"]').click();
  await expect(count('narrow').locator('input')).toHaveValue('18');
  await notes.locator('[data-action="clear-votes"]').click();
  await notes.locator('[data-action="clear-votes-yes"]').click();
  await expect(page.locator('[data-bars]')).toHaveCount(0);
});

test('one screen only: V counts on the projector itself', async ({ page }) => {
  await open(page, '#/lesson/zero/constant?present');
  await page.keyboard.press('v');
  const dialog = page.locator('dialog[open]');
  await dialog.locator('[data-count="one"] input').fill('7');
  await dialog.locator('[data-action="show-votes"]').click();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(counter(page)).toHaveText('3 / 7');
  await expect(page.locator('[data-bars="one"]')).toContainText('7 · 100 %');
});

for (const spoilt of [
  '{',
  '"x"',
  '{"version":1,"clock":7,"votes":{"zero/constant":{"rounds":[]}}}',
]) {
  test(`a spoilt session ${spoilt} is a new one`, async ({ page }) => {
    const problems = watch(page);
    await page.addInitScript((text) => {
      localStorage.setItem('init-lab:class', text);
      localStorage.setItem('init-lab:lesson', text);
    }, spoilt);
    await page.goto('/#/notes');
    await expect(page.locator('[data-elapsed]')).toHaveText('00:00');
    await expect(page.locator('h1')).not.toBeEmpty();
    expect(problems).toEqual([]);
  });
}

test('a teacher’s link fixes the step, and predictions cannot be skipped', async ({ page }) => {
  await open(page, '#/lesson/random/ten-layers');
  await page.locator('[data-action="share"]').click();
  for (const name of ['skip', 'width', 'export']) {
    await page.locator(`[data-hide="${name}"]`).check();
  }
  await page.locator('[data-control="share-lang"] input[value="fa"]').check({ force: true });
  await page.locator('[data-control="share-theme"] input[value="dark"]').check({ force: true });
  const link = await page.locator('[data-share="link"]').inputValue();
  expect(new URL(link).hash).toBe(
    '#/lesson/random/ten-layers?hide=skip,width,export&lang=fa&theme=dark',
  );
  await page.goto('about:blank');
  await page.goto(link);
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  const reveal = page.locator('[data-action="reveal"]');
  await expect(reveal).toBeDisabled();
  await page.locator('[data-option="narrow"]').click();
  await reveal.click();
  await expect(page.locator('[data-after="true"]')).toHaveCount(1);
  await expect(page.locator('[data-control="width"]')).toHaveCount(0);
  await expect(page.locator('[data-save], [data-action="save-figure"]')).toHaveCount(0);
});

test('the speaker’s window on a narrow screen, in Persian', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/#/notes?lang=fa');
  await expect(page.locator('[data-notes]')).toContainText('دقیقه');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
