import { expect, test } from '@playwright/test';
import { exported, open, settled, watch } from './page.ts';

test('a bad link opens, says what it changed, and keeps the rest', async ({ page }) => {
  const problems = watch(page);
  await open(page, '#/lab?lane=nonsense&depth=9999&colour=blue&width=abc&seed=42&act=tanh');
  const notice = page.locator('output', { hasText: 'not quite right' });
  await expect(notice).toContainText('colour');
  await expect(notice).toContainText('9999');
  const { lanes } = await exported(page);
  expect(lanes[0]!.config).toMatchObject({ depth: 100, seed: 42, act: 'tanh', width: 64 });
  await notice.getByRole('button').click();
  await expect(notice).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('in Persian as well', async ({ page }) => {
  await open(page, '#/lab?lang=fa&depth=9999');
  await expect(page.locator('output', { hasText: 'بیرون از محدوده' })).toBeVisible();
});

test('scripts and noise in a link do nothing', async ({ page }) => {
  const problems = watch(page);
  const noise = Array.from({ length: 2000 }, (_, i) => '%<>"\'&=;(),\u202e'[(i * 7) % 13]).join('');
  await open(
    page,
    `#/lab?lane=<script>alert(1)</script>&depth=3&x=${encodeURIComponent(noise)}&${noise}`,
  );
  await expect(page.locator('figure[data-lane="0"][data-layer="3"]')).toHaveCount(1);
  expect(problems).toEqual([]);
});

test('an unknown page is the start, and says so', async ({ page }) => {
  await open(page, '#/no/such/page');
  await expect(page.getByText('There is no such page')).toBeVisible();
});

test('a run too large is refused with its cost', async ({ page }) => {
  await page.goto('/#/lab?lane=he_normal&depth=100&width=1024&batch=2048&precision=float64');
  await expect(page.locator('main')).toHaveAttribute('data-run', 'failed');
  await expect(page.getByRole('alert')).toContainText('GB');
});

test('without WebAssembly the plain kernels run, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
  });
  await open(page, '#/lab?depth=3&width=32&batch=16');
  await expect(page.getByText('no fast kernels')).toBeVisible();
  const { lanes } = await exported(page);
  expect(lanes[3]!.verdict).toBe('healthy');
});

test('a worker that dies says so, and can be started again', async ({ page }) => {
  await page.addInitScript(() => {
    const Real = globalThis.Worker;
    let broken = true;
    globalThis.Worker = class extends Real {
      override postMessage(message: { type: string }): void {
        if (broken && message.type === 'run')
          this.dispatchEvent(new ErrorEvent('error', { message: 'broken' }));
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
        else super.postMessage(message);
      }
    };
    Reflect.set(globalThis, 'mend', () => {
      broken = false;
    });
  });
  await page.goto('/#/lab?lane=he_normal&depth=3&width=32');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('stopped');
  await page.evaluate(() => Reflect.get(globalThis, 'mend')());
  await alert.getByRole('button', { name: 'Run again' }).click();
  await settled(page);
  await expect(page.locator('[data-verdict="healthy"]')).toHaveCount(1);
});

test('a worker that falls silent is replaced, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    const Real = globalThis.Worker;
    let first = true;
    globalThis.Worker = class extends Real {
      private readonly deaf = first;
      override postMessage(message: { type: string }): void {
        first = false;
        // The first worker starts, but ignores all later messages.
        if (this.deaf && message.type !== 'start') return;
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
        super.postMessage(message);
      }
    };
  });
  await open(page, '#/lab?lane=he_normal&depth=3&width=32');
  const notice = page.locator('output', { hasText: 'fallen silent' });
  await notice.getByRole('button').click();
  await expect(notice).toHaveCount(0);
  await expect(page.locator('[data-verdict="healthy"]')).toHaveCount(1);
});

test('a tab that sleeps in the middle of a race goes on when it is woken', async ({
  page,
  browser,
}) => {
  const problems = watch(page);
  await page.addInitScript(() => {
    let last = Date.now();
    Reflect.set(globalThis, 'longestGap', 0);
    setInterval(() => {
      const gap = Date.now() - last;
      last += gap;
      Reflect.set(globalThis, 'longestGap', Math.max(Reflect.get(globalThis, 'longestGap'), gap));
    }, 100);
  });
  await page.goto('/#/train?lane=he_normal&depth=10&width=128&steps=3000');
  const computed = async (): Promise<number> => {
    const text = await page.locator('[data-progress]').innerText();
    return Number(/\d+/.exec(text.replaceAll(',', ''))?.[0] ?? 0);
  };
  await expect.poll(computed).toBeGreaterThan(0);
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const signal = (name: NodeJS.Signals): void => {
    for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, name);
  };
  // The page and its threads stand still, and clocks go on, as when a phone or a laptop sleeps.
  signal('SIGSTOP');
  // Longer than a thread may be silent.
  await new Promise((resolve) => {
    setTimeout(resolve, 6000);
  });
  signal('SIGCONT');
  const longestGap = (): Promise<number> =>
    page.evaluate(() => Reflect.get(globalThis, 'longestGap'));
  await expect.poll(longestGap).toBeGreaterThan(5500);
  const woken = await computed();
  await expect.poll(computed).toBeGreaterThan(woken);
  await expect(page.locator('main')).toHaveAttribute('data-run', 'running');
  await expect(page.getByText('fallen silent')).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('spoilt and forbidden storage', async ({ page }) => {
  const problems = watch(page);
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new Error('forbidden');
      },
    });
  });
  await open(page, '#/lab?depth=2&width=16');
  await page.keyboard.press('l');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(problems).toEqual([]);
});
