import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { axeFinds, open, settled, watch } from './page.ts';

const CHAPTERS = [
  'start',
  'zero',
  'random',
  'sigmoid',
  'xavier',
  'frameworks',
  'he',
  'choose',
  'clinic',
];

/** Presses Tab until an element that matches `selector` has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector)) {
      return;
    }
  }
  throw new Error(`${selector} is not reached by Tab`);
}

/** Names that are not translated into Persian. */
const NAMES =
  /tanh|softsign|re?lu|[sge]elu|silu|linear|PyTorch|Keras|NumPy|JAX|Flax|TensorFlow|LSUV|PNG|SVG|CSV/gi;

/** Texts of the step and its stage with Latin words and without any Persian letter. */
async function foreign(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3, p, legend, label, figcaption, button)')]
      .filter((each) => each.closest('[lang="en"], [dir="ltr"]') === null)
      .map((each) => {
        const copy = each.cloneNode(true);
        if (!(copy instanceof Element)) return '';
        copy
          .querySelectorAll('.katex, code, svg, [lang="en"], [dir="ltr"], bdi')
          .forEach((inner) => inner.remove());
        return copy.textContent ?? '';
      }),
  );
  return texts
    .map((text) => text.replaceAll(NAMES, ''))
    .filter((text) => /[a-z]{4}/i.test(text) && !/[\u0600-\u06ff]/.test(text));
}

/** Paragraphs that mix Persian with other characters but run from left to right, as only drawings may. */
const fromLeft = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const persian = /[\u0620-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<Element>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      let box = node.parentElement;
      if (!persian.test(node.textContent ?? '') || box?.closest('svg, canvas, script')) continue;
      const style = (): CSSStyleDeclaration => getComputedStyle(box ?? document.body);
      while (box !== null && style().display === 'inline' && style().unicodeBidi === 'normal') {
        box = box.parentElement;
      }
      if (box !== null && style().direction === 'ltr' && style().unicodeBidi !== 'plaintext') {
        found.add(box);
      }
    }
    return [...found]
      .map(({ textContent }) => textContent?.trim() ?? '')
      .filter((text) => /[\d۰-۹a-z،؛:·]/i.test(text));
  });

/** The long race runs only on request; until then, its stage is covered or has a start button. */
const START = 'main[data-run="idle"]:has([data-action="start-race"], [data-stage="covered"])';

/** Waits until the page has settled or a race waits to be started; resolves to which of the two. */
async function stands(page: Page): Promise<'settled' | 'waits'> {
  await expect
    .poll(
      async () =>
        (await page.locator('main').getAttribute('data-run')) === 'done' ||
        (await page.locator(START).count()) > 0,
      { timeout: 45_000 },
    )
    .toBe(true);
  return (await page.locator(START).count()) > 0 ? 'waits' : 'settled';
}

/** Answers the question by keyboard and waits for the outcome. */
async function answer(page: Page): Promise<void> {
  const sketch = page.locator('[data-chart="sketch"] svg[role="slider"]');
  if ((await sketch.count()) > 0) {
    await tabTo(page, '[data-chart="sketch"] svg[role="slider"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('PageDown');
    await expect(sketch).toHaveAttribute('aria-valuetext', /30|۳۰/);
  } else {
    await tabTo(page, '[data-option] input');
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[data-option][data-chosen="true"]')).toHaveCount(1);
  }
  await tabTo(page, '[data-action="reveal"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-after="true"]')).toBeVisible();
  if ((await stands(page)) === 'waits') return;
  if ((await page.locator('[data-option]').count()) > 0) {
    await expect(page.locator('[data-option][data-right="true"]')).toHaveCount(1);
  } else {
    await expect(page.locator('[data-chart="sketch"] svg[role="img"]')).toBeVisible();
  }
}

/** What is true of every step, in either language. */
async function check(page: Page, at: string, colours: boolean): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, at).toBe(0);
  const formulas = page.locator('.katex');
  const turned = await formulas.evaluateAll((all) =>
    all.filter((each) => getComputedStyle(each).direction !== 'ltr').map((each) => each.outerHTML),
  );
  expect(turned, at).toEqual([]);
  if ((await page.locator('html[lang="fa"]').count()) > 0) {
    expect(await foreign(page), at).toEqual([]);
    expect(await fromLeft(page), at).toEqual([]);
  }
  const text = await page.locator('main').innerText();
  expect(text, at).not.toMatch(/undefined|\[object|NaN%/);
  expect(await axeFinds(page, colours ? 'all' : 'words'), at).toEqual([]);
}

/** Switches to the language, with all of the step and its stage there. */
async function speak(page: Page, language: string): Promise<void> {
  await page.keyboard.press('l');
  await expect(page.locator(`html[lang="${language}"]`)).toHaveCount(1);
  const heading = page.locator('[data-step] :is(h1, h2)').first();
  await expect(heading).toHaveText(language === 'fa' ? /[\u0600-\u06ff]/ : /^[^\u0600-\u06ff]+$/);
  if ((await stands(page)) === 'settled') {
    await expect(page.locator('[data-pending]')).toHaveCount(0);
  }
}

for (const [index, chapter] of CHAPTERS.entries()) {
  // Walked in one language, every second chapter in Persian; each step is then looked at in the other, which computes
  // nothing anew.
  const [first, second] = index % 2 === 0 ? ['en', 'fa'] : ['fa', 'en'];
  test(`${chapter} by keys alone, in ${first}, every step in ${second} too @phone`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const problems = watch(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, `#/lesson/${chapter}?lang=${first}`);
    const seen: string[] = [];
    for (;;) {
      const at = await page.evaluate(() => {
        const step = document.querySelector<HTMLElement>('[data-step]')?.dataset['step'] ?? '';
        const question = document.querySelector<HTMLElement>('[data-question]');
        return `${step} ${question?.dataset['question'] ?? ''}`;
      });
      seen.push(at);
      await stands(page);
      if ((await page.locator('[data-action="reveal"]').count()) > 0) await answer(page);
      if ((await stands(page)) === 'settled') {
        await expect(page.locator('[data-pending]')).toHaveCount(0);
      }
      // Both languages have the same colours.
      await check(page, at, true);
      await speak(page, second);
      await check(page, at, false);
      await speak(page, first);
      if (await page.locator('[data-action="next"]').isDisabled()) break;
      // The focused element may handle arrow keys itself, so press Enter on the button instead.
      await tabTo(page, '[data-action="next"]');
      await page.keyboard.press('Enter');
      await page.waitForFunction((before) => {
        const step = document.querySelector<HTMLElement>('[data-step]')?.dataset['step'] ?? '';
        const question = document.querySelector<HTMLElement>('[data-question]');
        return `${step} ${question?.dataset['question'] ?? ''}` !== before;
      }, at);
      const place = new URL(page.url()).hash.split('?')[0] ?? '';
      if (place.split('/')[2] !== CHAPTERS[index]) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(4);
    expect(problems).toEqual([]);
  });
}

test('a prediction comes before its outcome, is compared with it and remembered', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, '#/lesson/start/does-it-matter');
  await expect(page.locator('[data-stage="covered"]')).toBeVisible();
  await expect(page.locator('figure')).toHaveCount(0);
  await page.locator('[data-option="no"] input').check();
  await page.reload();
  await expect(page.locator('[data-option="no"] input')).toBeChecked();
  await page.locator('[data-action="reveal"]').click();
  await expect(page.locator('figure[data-chart="loss"]')).toBeVisible();
  await expect(page.locator('[data-option="fate"]')).toHaveAttribute('data-right', 'true');
  await expect(page.locator('[data-after]')).toContainText('2 of the four networks');
  await open(page, '#/lesson/choose/predictions');
  const recap = page.locator('[data-recap="start/does-it-matter"]');
  await expect(recap.locator('[data-option]')).toHaveCount(2);
  await page.goto('#/lesson/start/does-it-matter');
  await page.locator('[data-action="again"]').click();
  await expect(page.locator('[data-stage="covered"]')).toBeVisible();
  await expect(page.locator('[data-option="no"] input')).not.toBeChecked();
  expect(problems).toEqual([]);
});

test('a sketch by pointer lies under the measured line, and the difference is said', async ({
  page,
}) => {
  await open(page, '#/lesson/frameworks/pytorch');
  const plot = page.locator('[data-chart="sketch"] svg[role="slider"]');
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  await page.mouse.move(box.x + 70, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 70, box.y + 60, { steps: 8 });
  await page.mouse.up();
  await page.locator('[data-action="reveal"]').click();
  await expect(page.locator('[data-chart="sketch"] figcaption')).toContainText(
    'powers of ten less',
  );
});

test('the lesson resumes where the reader left', async ({ page }) => {
  await open(page, '#/lesson/xavier/variance-rule');
  await open(page, '#/');
  await page.goto('#/lesson');
  await expect(page.locator('[data-step="variance-rule"]')).toBeVisible();
  await expect(page).toHaveURL(/#\/lesson\/xavier\/variance-rule$/);
});

test('numbers open chapters, arrows step, an unknown place is said', async ({ page }) => {
  await open(page, '#/lesson/zero/nowhere');
  await expect(page.getByText('no step “nowhere”')).toBeVisible();
  await page.keyboard.press('7');
  await expect(page.locator('[data-step="xavier-under-relu"]')).toBeVisible();
  // The first press shows the outcome, the second moves on.
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-after="true"]')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-step="half"]')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(page.locator('[data-step="xavier-under-relu"]')).toBeVisible();
  await open(page, '#/lesson/nothing');
  await expect(page.getByText('no chapter “nothing”')).toBeVisible();
});

test('a word in the text marks its lane on the stage', async ({ page }) => {
  await open(page, '#/lesson/start/before-training');
  await settled(page);
  await page.locator('[data-step] button', { hasText: 'Xavier' }).hover();
  await expect(page.locator('[data-of-lane="0"]').first()).toHaveCSS('opacity', '0.22');
  await expect(page.locator('[data-of-lane="2"]').first()).toHaveCSS('opacity', '1');
});

test('three clicks of the recipe change the histograms', async ({ page }) => {
  await open(page, '#/lesson/he/recipe');
  await settled(page);
  const verdict = page.locator('[data-verdict]').first();
  await expect(verdict).toHaveAttribute('data-verdict', 'vanishing');
  await page.locator('[data-click="normal"]').click();
  await settled(page);
  await expect(verdict).toHaveAttribute('data-verdict', 'exploding');
  await page.locator('[data-click="scale"]').click();
  await settled(page);
  await page.locator('[data-click="bias"]').click();
  await settled(page);
  await expect(verdict).toHaveAttribute('data-verdict', 'healthy');
});

test('the dial turns the curve of its lane', async ({ page }) => {
  await open(page, '#/lesson/sigmoid/where-on-the-curve');
  await settled(page);
  const summary = page.locator('figure[data-chart="activation-curve"]');
  const before = await summary.innerText();
  await page.locator('[data-control="gain"]').fill('24');
  await settled(page);
  await expect.poll(() => summary.innerHTML()).not.toBe(before);
  await expect(page.locator('[data-control="gain"]')).toHaveAttribute(
    'aria-valuetext',
    /^10 × Xavier$/,
  );
});
