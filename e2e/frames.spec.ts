/** A chart begins as plain SVG, and is not drawn before it comes near; Recharts takes over in the same places. */
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { open, settled } from './page.ts';

/** Positions of all words and lines of a chart, to half a pixel. */
const places = (figure: Locator): Promise<readonly string[]> =>
  figure.evaluate((root) =>
    [...root.querySelectorAll('svg :is(text, path)')]
      .filter((mark) => mark.closest('.recharts-area, button, header') === null)
      .map((mark) => {
        const [box, frame] = [mark.getBoundingClientRect(), root.getBoundingClientRect()];
        const at = [box.x - frame.x, box.y - frame.y, box.width, box.height];
        const text = mark.tagName === 'text' ? mark.textContent : '';
        return `${mark.tagName} ${text} ${at.map((px) => Math.round(px * 2) / 2).join()}`;
      })
      .toSorted(),
  );

/** The page has drawn nothing ahead: it is kept from ever being idle. */
const NEVER_IDLE = 'window.requestIdleCallback = () => 0;';

test('Recharts takes over in the same places, with the pointer and with the keys', async ({
  page,
}) => {
  await page.addInitScript(NEVER_IDLE);
  await open(page, '#/lab?lane=he_normal&lane=random_normal(std=0.1)&depth=6&width=16&batch=16');
  await settled(page);
  const figure = page.locator('figure[data-chart="loop"]');
  await figure.scrollIntoViewIfNeeded();
  const chart = figure.locator('svg[role="application"]');
  await expect(chart).toBeVisible();
  await expect(figure.locator('.recharts-wrapper')).toHaveCount(0);
  const plain = await places(figure);
  expect(plain.length).toBeGreaterThan(10);
  await chart.focus();
  await expect(figure.locator('.recharts-wrapper')).toBeVisible();
  // Recharts adds marks of its own for what the keys have selected.
  expect(await places(figure)).toEqual(expect.arrayContaining([...plain]));
  await expect(chart).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.recharts-tooltip-wrapper')).toBeVisible();
});

test('a point that has the focus keeps it while Recharts takes over', async ({ page }) => {
  await page.addInitScript(NEVER_IDLE);
  await open(page, '#/map');
  const point = page.locator('[data-map-point]');
  await point.scrollIntoViewIfNeeded();
  await expect(page.locator('figure[data-chart="chaos-map"] .recharts-wrapper')).toHaveCount(0);
  await point.focus();
  await expect(page.locator('figure[data-chart="chaos-map"] .recharts-wrapper')).toBeVisible();
  await expect(point).toBeFocused();
});

test('a chart out of sight is drawn when it comes near, or when the page is printed @phone', async ({
  page,
}) => {
  await page.addInitScript(NEVER_IDLE);
  await open(page, '#/train?lane=he_normal&lane=zeros&depth=2&width=8&steps=50');
  await settled(page);
  const far = page.locator('figure[data-chart="first-gradient"]');
  await expect(far).toBeAttached();
  await expect(far.locator('svg[role="application"]')).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(far.locator('svg[role="application"]')).toHaveCount(1);
});

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

for (const view of ['', 'lesson', 'lab', 'train', 'map'])
  test(`#/${view} keeps the places of what it shows while it opens @phone`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts = { sum: 0 };
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as Shift[])
          if (!entry.hadRecentInput) shifts.sum += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`/#/${view}`);
    await settled(page);
    const sum = await page.evaluate('shifts.sum');
    // Above 0.1, a page counts as one that needs improvement (web.dev, Cumulative Layout Shift).
    expect(sum).toBeLessThan(0.1);
  });

for (const [name, isAnswered] of [
  ['wait for the first run', true],
  ['do not wait for a first run that takes long', false],
] as const) {
  test(`the controls and the charts below ${name}`, async ({ page }) => {
    await page.addInitScript((answered) => {
      const after = globalThis.setTimeout.bind(globalThis);
      let done = false;
      const Real = globalThis.Worker;
      globalThis.Worker = class extends Real {
        constructor(address: string | URL, options?: WorkerOptions) {
          super(address, options);
          this.addEventListener('message', ({ data }: MessageEvent) => {
            for (const { type } of data) done ||= type === 'done';
          });
        }
        override postMessage(message: { type: string }): void {
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
          const post = (): void => super.postMessage(message);
          if (message.type !== 'run') post();
          // Late enough for everything that does not wait.
          else if (answered) after(post, 700);
        }
      };
      // The page's longest wait never ends, so that a slow machine does not decide.
      globalThis.setTimeout = ((run: () => void, ms?: number) =>
        after(run, answered && ms === 300 ? 1e9 : ms)) as typeof setTimeout;
      const early: string[] = [];
      Reflect.set(globalThis, 'early', early);
      new MutationObserver(() => {
        if (done) return;
        for (const part of ['aside input', 'figure[data-chart="loop"]'])
          if (document.querySelector(part) !== null && !early.includes(part)) early.push(part);
      }).observe(document, { childList: true, subtree: true });
    }, isAnswered);
    await page.goto('/#/lab?lane=he_normal&depth=3&width=16&batch=16');
    await expect(page.locator('aside input').first()).toBeVisible();
    await expect(page.locator('figure[data-chart="loop"]')).toHaveCount(1);
    const early = await page.evaluate(() => Reflect.get(globalThis, 'early'));
    expect(early).toEqual(isAnswered ? [] : ['aside input', 'figure[data-chart="loop"]']);
  });
}
