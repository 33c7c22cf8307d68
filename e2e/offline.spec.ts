import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { serve } from '../scripts/staticSite.mjs';
import type { StaticSite } from '../scripts/staticSite.mjs';
import { exported, settled, watch } from './page.ts';

let site: StaticSite;
test.beforeEach(async () => {
  site = await serve('dist', { path: '/courses/2026/init-lab/' });
});
test.afterEach(() => site.close());

/** Waits until the service worker is active and has cached all files. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    if (registration.active?.state === 'activated') return;
    await new Promise((resolve) => {
      registration.active?.addEventListener('statechange', resolve);
    });
  });
}

test('after one visit the lab runs without a network, under any path', async ({
  page,
  context,
}) => {
  const problems = watch(page);
  // Visit only the start page, in English; neither the lab nor the Persian page.
  await page.goto(site.address);
  await settled(page);
  await kept(page);
  await site.close();
  await context.setOffline(true);
  await page.reload();
  await settled(page);
  await page.goto(`${site.address}#/lab?lane=he_normal;act=tanh&depth=6&lang=fa`);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('figure[data-lane="0"][data-layer="6"]')).toHaveCount(1);
  const { lanes } = await exported(page);
  expect(lanes[0]!.layers).toHaveLength(6);
  // The fast kernels and the Persian font are cached as well.
  await expect(page.getByText(/SIMD/).first()).toBeVisible();
  expect(await page.evaluate(() => document.fonts.check('16px "Vazirmatn Variable"', 'لایه'))).toBe(
    true,
  );
  expect(problems).toEqual([]);
});

test('the copy is not made before the hands rest', async ({ page }) => {
  await page.goto(site.address);
  await settled(page);
  const isBegun = (): Promise<boolean> =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined);
  // Longer than it waits when nobody touches the page.
  for (let second = 0; second < 9; second += 1) {
    await page.keyboard.press('Shift');
    await page.waitForTimeout(1000);
  }
  expect(await isBegun()).toBe(false);
  await expect.poll(isBegun, { timeout: 15_000 }).toBe(true);
});

test('it can be installed', async ({ page }) => {
  await page.goto(site.address);
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const read = await page.request.get(new URL(address ?? '', site.address).href);
  const manifest = await read.json();
  expect(manifest).toMatchObject({ name: 'Init Lab', display: 'standalone', start_url: './' });
  const wanted = new Map([
    ['192x192', 192],
    ['512x512', 512],
  ]);
  for (const icon of manifest.icons) {
    const file = await page.request.get(new URL(icon.src, site.address).href);
    expect(file.ok()).toBe(true);
    const size = wanted.get(icon.sizes);
    if (size !== undefined) expect((await file.body()).readUInt32BE(16)).toBe(size);
  }
  expect(manifest.icons.some(({ purpose }: { purpose?: string }) => purpose === 'maskable')).toBe(
    true,
  );
});

/** What the page's policy names its inline scripts by. */
const inlineHashes = (html: string): readonly string[] =>
  Array.from(
    html.matchAll(/<script(?: type="importmap")?>([\s\S]*?)<\/script>/g),
    ([, code = '']) => createHash('sha256').update(code).digest('base64'),
  );

test('a newer version is offered, not forced, and only what changed is fetched', async ({
  page,
  context,
}) => {
  const problems = watch(page);
  await page.goto(`${site.address}#/lab?depth=3&width=32&seed=5`);
  await settled(page);
  await kept(page);
  const [html, worker] = await Promise.all(
    ['index.html', 'sw.js'].map((name) => readFile(join('dist', name), 'utf8')),
  );
  // The version after a change in one file, the start page's code: budget.spec.ts shows that no other file changes.
  const old = /assets\/Start-[\w-]{8}\.js(?="[,}])/.exec(html!)![0];
  site.changed.set('assets/Start-newer.js', await readFile(join('dist', old), 'utf8'));
  const newer = html!.replaceAll(old, 'assets/Start-newer.js');
  const [hashes, newHashes] = [inlineHashes(html!), inlineHashes(newer)];
  site.changed.set(
    'index.html',
    hashes.reduce((page, hash, index) => page.replace(hash, newHashes[index]!), newer),
  );
  site.changed.set(
    'sw.js',
    worker!
      .replaceAll(old, 'assets/Start-newer.js')
      .replace(/(?<=url:"index\.html",revision:")\w+/, 'newer'),
  );
  const fetched: string[] = [];
  context.on('request', (request) => {
    if (request.serviceWorker() !== null) fetched.push(request.url().replace(site.address, ''));
  });
  await page.reload();
  await settled(page);
  const notice = page.locator('[data-update]');
  await expect(notice).toBeVisible();
  const names = fetched.map((address) => address.replace(/\?.*/, ''));
  expect(names.toSorted()).toEqual(['assets/Start-newer.js', 'index.html', 'sw.js']);
  // "Later" closes the notice without reloading the page.
  await page.evaluate(() => Reflect.set(globalThis, 'same', true));
  await notice.getByRole('button', { name: 'Later' }).click();
  await expect(notice).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'same'))).toBe(true);
  // On request, the new version loads with the same lab.
  await page.reload();
  await Promise.all([page.waitForEvent('load'), page.locator('[data-action="update"]').click()]);
  await settled(page);
  expect(page.url()).toContain('seed=5');
  expect(problems).toEqual([]);
});

/** Any one file of the page may fail to load. */
for (const part of [
  /\/index-.*\.js$/,
  /\/react-.*\.js$/,
  /\/en-.*\.js$/,
  /\.js$/,
  /\/app-.*\.css$/,
]) {
  test(`the network is cut before ${part} has come`, async ({ page }) => {
    await page.route(part, (route) => route.abort('internetdisconnected'));
    await page.goto(`${site.address}#/lab?depth=2&width=16`).catch(() => undefined);
    const button = page.getByRole('button', { name: /Load again/ });
    await expect(button).toBeVisible({ timeout: 25_000 });
    await page.unroute(part);
    await button.click();
    await settled(page);
    await expect(page.locator('#trouble')).toHaveCount(0);
  });
}

for (const part of [
  /\/lab-.*\.js$/,
  /\/recharts-.*\.js$/,
  /\/compute-.*\.js$/,
  /worker.*\.js$/,
  /\.wasm$/,
]) {
  test(`the network is cut before ${part} has come: a clear word or a working page`, async ({
    page,
  }) => {
    await page.route(part, (route) => route.abort('internetdisconnected'));
    await page.goto(`${site.address}#/lab?lane=he_normal&depth=2&width=16&batch=16`);
    await expect(page.locator('main')).toHaveAttribute('data-run', /done|failed/, {
      timeout: 25_000,
    });
    const text = await page.locator('main').innerText();
    expect(text.length).toBeGreaterThan(40);
    await page.unroute(part);
    await page.reload();
    await settled(page);
  });
}
