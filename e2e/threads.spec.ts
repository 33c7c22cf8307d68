/** What the rooms with threads of their own do when one of these dies: the map, a file of weights, the papers' numbers. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { open } from './page.ts';

interface Room {
  readonly hash: string;
  /** Begins the name of its threads' file. */
  readonly file: string;
  /** Is part of the task whose result `done` waits for. */
  readonly task: string;
  readonly start: (page: Page) => Promise<void>;
  readonly done: (page: Page) => Promise<void>;
  readonly again: (page: Page) => Promise<void>;
}

const runAgain = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Run again' }).click();

const ROOMS: Readonly<Record<string, Room>> = {
  map: {
    hash: '#/map',
    file: 'map.worker',
    task: '"kind":"net"',
    start: async () => undefined,
    done: (page) => expect(page.locator('figure[data-chart="circle"] svg')).toHaveCount(4),
    again: runAgain,
  },
  weights: {
    hash: '#/weights',
    file: 'weights.worker',
    task: '"kind":"look"',
    start: (page) => page.locator('[data-sample="mixture"]').click(),
    done: (page) => expect(page.locator('[data-file="done"] [data-tensor]').first()).toBeVisible(),
    again: runAgain,
  },
  papers: {
    hash: '#/papers',
    file: 'targets.worker',
    task: '"id":"K13"',
    start: (page) => page.locator('[data-paper="K13"] [data-action="run"]').click(),
    done: (page) => expect(page.locator('[data-paper="K13"] [data-badge]')).toBeVisible(),
    again: (page) => page.locator('[data-paper="K13"] [data-action="run"]').click(),
  },
};

type Fault = 'killed' | 'not-loaded' | 'unreadable';

/** Spoils the threads of a room, until `mend` is called. A thread that is killed sends no event; only the first one is. */
async function spoil(page: Page, { file, task }: Room, fault: Fault): Promise<void> {
  await page.addInitScript(
    ([wantedFile, wantedTask, kind]) => {
      const Real = globalThis.Worker;
      let spoilt = true;
      globalThis.Worker = class extends Real {
        private readonly isOurs: boolean;

        constructor(address: string | URL, options?: WorkerOptions) {
          const isOurs = String(address).includes(wantedFile);
          super(isOurs && spoilt && kind === 'not-loaded' ? 'assets/gone.js' : address, options);
          this.isOurs = isOurs;
        }

        override postMessage(message: { type: string; task?: unknown }): void {
          if (this.isOurs && spoilt && message.type === 'run') {
            if (kind === 'unreadable') return void this.dispatchEvent(new Event('messageerror'));
            if (kind === 'killed' && JSON.stringify(message.task).includes(wantedTask)) {
              // It gets no task, so that it seems to work, and is killed after its first answer.
              spoilt = false;
              this.addEventListener('message', () => this.terminate());
              return;
            }
          }
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
          super.postMessage(message);
        }
      };
      Reflect.set(globalThis, 'mend', () => {
        spoilt = false;
      });
    },
    [file, task, fault] as const,
  );
}

const mend = (page: Page): Promise<void> => page.evaluate(() => Reflect.get(globalThis, 'mend')());

for (const [name, room] of Object.entries(ROOMS)) {
  test(`${name}: a thread that falls silent is replaced, and the page says so`, async ({
    page,
  }) => {
    await spoil(page, room, 'killed');
    await open(page, room.hash);
    await room.start(page);
    await expect(page.locator('output', { hasText: 'fallen silent' })).toBeVisible();
    await room.done(page);
  });

  test(`${name}: threads whose file is gone are named, and started again on request`, async ({
    page,
  }) => {
    await spoil(page, room, 'not-loaded');
    await open(page, room.hash);
    await room.start(page);
    await expect(page.locator('main')).toContainText('A part of this page did not arrive');
    await mend(page);
    await room.again(page);
    await room.done(page);
    await expect(page.locator('main')).not.toContainText('A part of this page did not arrive');
  });

  test(`${name}: after a message that cannot be read the thread is started again on request`, async ({
    page,
  }) => {
    await spoil(page, room, 'unreadable');
    await open(page, `${room.hash}?lang=fa`);
    await room.start(page);
    await expect(page.locator('main')).toContainText('رشتهٔ محاسبه متوقف شد');
    await page.keyboard.press('l');
    await mend(page);
    await room.again(page);
    await room.done(page);
  });
}

test('a thread answers in the middle of a row that takes long', async ({ page }) => {
  await page.addInitScript(() => {
    const Real = globalThis.Worker;
    Reflect.set(globalThis, 'pongs', 0);
    globalThis.Worker = class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        if (!String(address).includes('targets.worker')) return;
        this.addEventListener('message', ({ data }: MessageEvent<{ readonly type: string }>) => {
          if (data.type !== 'pong') return;
          Reflect.set(globalThis, 'pongs', Number(Reflect.get(globalThis, 'pongs')) + 1);
        });
      }
    };
  });
  await open(page, '#/papers');
  // All of its races are one step of the row's progress.
  const row = page.locator('[data-paper="D3"]');
  await row.locator('[data-action="run"]').click();
  const pongs = (): Promise<number> => page.evaluate(() => Reflect.get(globalThis, 'pongs'));
  await expect.poll(pongs).toBeGreaterThan(2);
  await expect(row.locator('[data-badge]')).toHaveCount(0);
  await expect(page.getByText('fallen silent')).toHaveCount(0);
});
