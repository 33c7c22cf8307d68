import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { settled, watch } from './page.ts';

/** A seeded generator of uniform numbers in [0, 1) (mulberry32), so that a failure can be reproduced. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ACTIONS = 500;
const SEED = 20_261_124;

const INITIALIZERS = [
  'zeros',
  'he_normal',
  'lsuv',
  'sparse(sparsity=7)',
  'nonsense',
  'constant(value=1e9)',
];
const KEYS = [
  'l',
  't',
  'r',
  'n',
  's',
  'q',
  '?',
  'Escape',
  'Tab',
  'Enter',
  'ArrowDown',
  'ArrowLeft',
];

function link(next: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const lanes = Array.from({ length: Math.floor(next() * 8) }, () => `lane=${pick(INITIALIZERS)}`);
  const rest = [
    `depth=${pick([1, 3, 9, -4, 'abc', 1e9])}`,
    `width=${pick([1, 16, 33, 'NaN', ''])}`,
    `batch=${pick([1, 16, 'ten'])}`,
    `act=${pick(['relu', 'tanh', 'gelu', 'evil', ''])}`,
    `input=${pick(['gaussian', 'circle', 'shapeset', '%%%'])}`,
    `precision=${pick(['float16', 'float64', 'float8'])}`,
    `lang=${pick(['en', 'fa', 'xx'])}`,
    `hide=${pick(['', 'seed', 'seed,act,depth', '<script>'])}`,
  ].filter(() => next() < 0.5);
  // Depth and width stay small, so that most of the time goes into actions, not arithmetic.
  return `#/${pick(['lab', 'lab', 'lab', '', 'no/such'])}?${[...lanes, 'depth=4', 'width=24', 'batch=16', ...rest.filter((each) => !/1e\+?9|1000000000/.test(each))].join('&')}`;
}

async function act(page: Page, next: () => number): Promise<string> {
  const what = Math.floor(next() * 10);
  switch (what) {
    case 0: {
      const hash = link(next);
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      return hash;
    }
    case 1:
    case 2: {
      const key = KEYS[Math.floor(next() * KEYS.length)]!;
      await page.keyboard.press(key);
      return key;
    }
    case 3:
      await page.goBack({ timeout: 2000 }).catch(() => undefined);
      return 'back';
    case 4: {
      const [width, height] = [320 + Math.floor(next() * 1600), 400 + Math.floor(next() * 700)];
      await page.setViewportSize({ width, height });
      return `${width} x ${height}`;
    }
    case 5: {
      const value = next();
      // Moves any one of the sliders to a position in its lower third.
      await page.evaluate(
        ([at = 0, to = 0]) => {
          const sliders = document.querySelectorAll<HTMLInputElement>('aside input[type="range"]');
          const slider = sliders[Math.floor(at * sliders.length)];
          if (slider === undefined) return;
          const [lo, hi] = [Number(slider.min), Number(slider.max)];
          const value = String(Math.round(lo + (hi - lo) * to * 0.3));
          // Bypasses React's setter, so that React notices the change as it does with user input.
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
            slider,
            value,
          );
          slider.dispatchEvent(new Event('input', { bubbles: true }));
        },
        [value, next()],
      );
      return 'slider';
    }
    case 6: {
      const text = ['<html>', '{', '{"format":"init-lab/experiment@1"}', ''][
        Math.floor(next() * 4)
      ]!;
      const input = page.locator('[data-import]');
      if ((await input.count()) > 0) {
        const file = { name: 'x.json', mimeType: 'text/plain', buffer: Buffer.from(text) };
        await input.setInputFiles(file, { timeout: 2000 }).catch(() => undefined);
      }
      return 'file';
    }
    default: {
      const at = next();
      // Clicks any button, checkbox, radio button or summary, except exports, which would create many files.
      return page.evaluate((share) => {
        const scope = document.querySelector('dialog[open]') ?? document;
        const all = scope.querySelectorAll<HTMLElement>(
          'button:not([data-export]):not([data-save] *), summary, input[type="checkbox"], input[type="radio"]',
        );
        const one = all[Math.floor(share * all.length)];
        one?.click();
        return `click ${one?.textContent?.slice(0, 30) ?? ''}`;
      }, at);
    }
  }
}

/** Size of the JavaScript heap in bytes after a garbage collection. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

test('five hundred actions, wise and unwise, leave the page whole', async ({ page }) => {
  test.setTimeout(300_000);
  const problems = watch(page);
  const next = random(SEED);
  await page.goto('/#/lab?depth=4&width=24&batch=16');
  await settled(page);
  let early = 0;
  let most = 0;
  for (let i = 0; i < ACTIONS; i += 1) {
    const done = await act(page, next);
    most = Math.max(most, page.workers().length);
    expect(problems, `action ${i}: ${done}`).toEqual([]);
    if (i === 150) early = await heap(page);
  }
  // The page still computes and draws a lab as a fresh page does.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.goto('/#/lab?lane=he_normal&depth=3&width=32&batch=16&seed=3&lang=en');
  await settled(page);
  await expect(page.locator('figure[data-lane="0"][data-layer="3"]')).toHaveCount(1);
  await expect(page.locator('[data-verdict="healthy"]')).toHaveCount(1);
  const late = await heap(page);
  console.log(
    `heap after 150 actions ${(early / 1e6).toFixed(1)} MB, after ${ACTIONS} ${(late / 1e6).toFixed(1)} MB; ${most} threads at most`,
  );
  expect(late).toBeLessThan(early * 1.5 + 5e6);
  // There is a single pool, and no other worker is left running.
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  const pool = Math.max(2, Math.min(6, cores));
  expect(most).toBeLessThanOrEqual(pool + 1);
  expect(page.workers().length).toBeLessThanOrEqual(pool);
  expect(problems).toEqual([]);
});
