import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { exported, open, settled, watch } from './page.ts';

interface Log {
  readonly asked: number[];
  readonly cancels: number[];
  /** How each run ended, in order. */
  readonly ended: { readonly runId: number; readonly how: string }[];
}

/** Records the messages to and from the workers; resolves to a function that reads the log. */
async function listen(page: Page): Promise<() => Promise<Log>> {
  await page.addInitScript(() => {
    const log: {
      asked: number[];
      cancels: number[];
      ended: { runId: number; how: string }[];
    } = { asked: [], cancels: [], ended: [] };
    Reflect.set(globalThis, 'threads', log);
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', ({ data }: MessageEvent) => {
          for (const { type, runId } of data) {
            if (['done', 'cancelled', 'failed'].includes(type))
              log.ended.push({ runId, how: type });
          }
        });
      }
      override postMessage(message: { type: string; runId: number }): void {
        if (message.type === 'run') log.asked.push(message.runId);
        if (message.type === 'cancel') log.cancels.push(message.runId);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
        super.postMessage(message);
      }
    };
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'threads'));
}

/** Drags a slider from one fraction of its width to another in 16 steps, without waiting for results. */
async function drag(page: Page, name: string, from: number, to: number): Promise<void> {
  const box = (await page.locator(`input[data-control="${name}"]`).boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  for (let i = 1; i <= 16; i += 1) {
    await page.mouse.move(box.x + box.width * (from + ((to - from) * i) / 16), y);
  }
}

test('of several moves between two tasks only the last is computed', async ({ page }) => {
  const threads = await listen(page);
  await open(page, '#/lab?lane=he_normal&width=16&batch=16&depth=5');
  const before = (await threads()).asked.length;
  const slider = page.locator('input[type="range"][data-control="depth"]');
  const shown = await slider.evaluate((input) => {
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    for (const depth of [6, 7, 8]) {
      // oxlint-disable-next-line typescript/unbound-method -- applied to its input
      Reflect.apply(value.set!, input, [String(depth)]);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return (input as HTMLInputElement).value;
  });
  // It shows the last at once.
  expect(shown).toBe('8');
  await settled(page);
  await expect(page.locator('figure[data-lane="0"][data-layer="8"]')).toHaveCount(1);
  await expect(slider).toHaveValue('8');
  expect((await threads()).asked.length).toBe(before + 1);
});

test('superseded runs are cancelled, every run ends once, the last one is shown', async ({
  page,
}) => {
  const problems = watch(page);
  const threads = await listen(page);
  await open(page, '#/lab?width=256&batch=256&depth=12');
  await drag(page, 'depth', 0.1, 0.35);
  await page.mouse.up();
  await settled(page);
  const depth = Number(await page.locator('[data-control="depth"]').inputValue());
  const { lanes } = await exported(page);
  expect(lanes.map((lane) => lane.layers.length)).toEqual(Array(4).fill(depth));
  await expect
    .poll(async () => {
      const { asked, ended } = await threads();
      return asked.length - ended.length;
    })
    .toBe(0);
  const { asked, ended } = await threads();
  expect(ended.map(({ runId }) => runId).toSorted((a, b) => a - b)).toEqual(
    asked.toSorted((a, b) => a - b),
  );
  expect(ended.filter(({ how }) => how === 'cancelled').length).toBeGreaterThan(0);
  expect(ended.filter(({ how }) => how === 'failed')).toEqual([]);
  expect(problems).toEqual([]);
});

test('the picture changes while the button is still down, and never goes blank', async ({
  page,
}) => {
  await open(page, '#/lab?lane=he_normal&depth=6&width=64&batch=64');
  const figures = page.locator('figure[data-chart="layer-histogram"]');
  await drag(page, 'depth', 0.06, 0.3);
  await expect.poll(() => figures.count()).toBeGreaterThan(20);
  await settled(page);
  await drag(page, 'width', 0.1, 0.5);
  // Rows are drawn in slices; on a slow machine the last ones may follow.
  expect(await figures.count()).toBeGreaterThan(0);
  await expect.poll(() => figures.count()).toBeGreaterThan(20);
  await page.mouse.up();
  await settled(page);
});

test('the label follows at once, however long the run', async ({ page }) => {
  await open(page, '#/lab?lane=he_normal&depth=30&width=512&batch=512');
  const slider = page.locator('[data-control="depth"]');
  await slider.focus();
  const start = Date.now();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
  await expect(page.locator('input[inputmode="decimal"]').first()).toHaveValue(/35/);
  expect(Date.now() - start).toBeLessThan(5000);
  await settled(page);
});

test('many seeds come after the picture and are asked for again after a change', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, '#/lab?lane=he_normal&depth=4&width=32&batch=32&seeds=8');
  await expect(page.getByText('5 to 95 % of 8 seeds').first()).toBeVisible();
  await page.locator('[data-control="depth"]').fill('9');
  await settled(page);
  await page.getByText('More settings').click();
  await page.locator('[data-control="seeds"]').fill('20');
  await expect(page.getByText('5 to 95 % of 20 seeds').first()).toBeVisible();
  await page.locator('[data-control="seeds"]').fill('1');
  await expect(page.getByText('5 to 95 %')).toHaveCount(0);
  expect(problems).toEqual([]);
});
