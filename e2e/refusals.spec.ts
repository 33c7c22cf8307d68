/** The page when a browser, a frame or a server denies it something. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { serve } from '../scripts/staticSite.mjs';
import { open, settled, watch } from './page.ts';

/** Like Firefox with all cookies blocked, or a frame on another site with third-party storage blocked. */
async function blockStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const insecure = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(globalThis, name, { get: insecure });
    }
    globalThis.BroadcastChannel = class extends EventTarget {
      constructor() {
        super();
        insecure();
      }
    } as unknown as typeof BroadcastChannel;
    Object.defineProperty(navigator, 'serviceWorker', { get: insecure });
    Object.defineProperty(navigator, 'clipboard', { get: insecure });
    // Some phones have no Fullscreen API at all.
    for (const name of ['fullscreenElement', 'fullscreenEnabled', 'exitFullscreen']) {
      Reflect.deleteProperty(Document.prototype, name);
    }
  });
}

test('with all cookies blocked every view works, and forgets', async ({ page }) => {
  const problems = watch(page);
  await blockStorage(page);
  for (const hash of [
    '#/',
    '#/lab?depth=3&width=8',
    '#/train?depth=2&width=8&steps=50',
    '#/notes',
  ]) {
    await open(page, hash);
  }
  await open(page, '#/lesson');
  await page.locator('[data-action="next"]').click();
  await expect(page).toHaveURL(/#\/lesson\/start\/does-it-matter/);
  await page.keyboard.press('p');
  await expect(page.locator('html')).toHaveAttribute('data-present');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-present-bar]')).toHaveCount(0);
  await page.locator('[data-action="link"]').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(problems).toEqual([]);
});

test('in a frame without an origin the page computes, fetches pictures and reads files', async ({
  page,
}) => {
  const site = await serve('dist', { cors: true });
  const frame = page.frameLocator('iframe');
  const inFrame = async (hash: string): Promise<void> => {
    await page.route(`${site.address}host`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe sandbox="allow-scripts" src="${site.address}${hash}" width="900" height="700"></iframe>`,
      }),
    );
    await page.goto(`${site.address}host`);
    await expect(frame.locator('main')).toHaveAttribute('data-run', 'done', { timeout: 30_000 });
  };
  for (const input of ['gaussian', 'digits']) {
    await inFrame(`#/lab?lane=he_normal&depth=3&width=16&input=${input}&embed`);
    await expect(frame.locator('[data-verdict="healthy"]').first()).toBeVisible();
  }
  await inFrame('#/weights');
  await frame
    .locator('[data-weights-file]')
    .setInputFiles(new URL('../tests/weightsFile/files/linear.pt', import.meta.url).pathname);
  await expect(frame.locator('[data-tensor="0.weight"]')).toContainText('pytorch_linear');
  await site.close();
});

test('in such a frame on a host for its own origin only, it is said', async ({ page }) => {
  const site = await serve('dist');
  await page.route(`${site.address}host`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" src="${site.address}" width="900" height="700"></iframe>`,
    }),
  );
  await page.goto(`${site.address}host`);
  await expect(page.frameLocator('iframe').getByRole('alert')).toContainText('window of its own');
  await site.close();
});

test('where no thread may start, it is said', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.Worker = class extends EventTarget {
      constructor() {
        super();
        throw new DOMException('no', 'SecurityError');
      }
    } as unknown as typeof Worker;
  });
  await page.goto('/#/lab?lane=he_normal&depth=3&width=16');
  await expect(page.getByRole('alert')).toContainText('window of its own');
});

test.describe('a new version has taken the place of the files', () => {
  test.use({ serviceWorkers: 'block' });

  for (const [view, link] of [
    ['lesson', 'a[href^="#/lesson"]'],
    ['lab', 'a[href^="#/lab"]'],
    ['train', 'a[href^="#/train"]'],
  ] as const) {
    test(`from the start page to ${view}: the new one is offered, and the address kept`, async ({
      page,
    }) => {
      const site = await serve('dist');
      let deployed = false;
      await page.route('**/assets/**', (route) =>
        deployed ? route.fulfill({ status: 404 }) : route.continue(),
      );
      // No prefetching: a view's files are requested only when it is opened.
      await page.addInitScript(() => {
        globalThis.requestIdleCallback = () => 0;
      });
      await page.goto(site.address);
      await settled(page);
      deployed = true;
      const html = await (await page.request.get(site.address)).text();
      site.changed.set(
        'index.html',
        html.replace(/assets\/index-[\w-]+\.js/, 'assets/index-new.js'),
      );
      await page.locator(link).first().click();
      const offer = page.locator('[data-update]');
      await expect(offer).toContainText('newer version');
      const address = page.url();
      // Now the new version is complete.
      deployed = false;
      site.changed.clear();
      await offer.locator('[data-action="update"]').click();
      await settled(page);
      expect(page.url()).toContain(address);
      await site.close();
    });
  }

  test('threads whose file is gone: the new one is offered as well', async ({ page }) => {
    const site = await serve('dist');
    const html = await (await page.request.get(site.address)).text();
    site.changed.set('index.html', html.replace(/assets\/index-[\w-]+\.js/, 'assets/index-new.js'));
    await page.route(site.address, (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await page.route(/compute\.worker-[\w-]+\.js$/, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${site.address}#/lab?lane=he_normal&depth=2&width=16&batch=16`);
    await expect(page.locator('[data-update]')).toContainText('newer version');
    await site.close();
  });
});
