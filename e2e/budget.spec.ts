import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { serve } from '../scripts/staticSite.mjs';
import { settled } from './page.ts';

/** In kB of 1000 bytes, with gzip. */
const FIRST_SCRIPTS_KB = 95;
/**
 * About six seconds at 50 kB/s. The steps and answers of all chapters, and the theory of the last one, load with the
 * first step.
 */
const FIRST_VISIT_KB = 308;

const gzipped = async (name: string): Promise<number> =>
  gzipSync(await readFile(join('dist', name)), { level: 9 }).length / 1000;

/** The names of the files on the server, by the names under which files import one another. */
function fileNames(html: string): ReadonlyMap<string, string> {
  const [, map = ''] = /<script type="importmap">([^<]+)</.exec(html) ?? [];
  const { imports }: { imports: Record<string, string> } = JSON.parse(map);
  return new Map(Object.entries(imports).map(([from, to]) => [from.slice(2), to.slice(2)]));
}

/** The files that a script needs before it can run: its static imports, recursively. */
async function needed(
  name: string,
  files: ReadonlyMap<string, string>,
  seen: Set<string>,
): Promise<ReadonlySet<string>> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = await readFile(join('dist', name), 'utf8');
  for (const [, next = ''] of text.matchAll(/(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g)) {
    await needed(files.get(`assets/${next}`) ?? '', files, seen);
  }
  return seen;
}

test(`the scripts of the first load are within ${FIRST_SCRIPTS_KB} kB`, async () => {
  const html = await readFile('dist/index.html', 'utf8');
  const entry = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(html)?.[1] ?? '';
  const names = fileNames(html);
  const seen = new Set<string>();
  await needed(entry, names, seen);
  // The entry script fetches the program by itself.
  const text = await readFile(join('dist', entry), 'utf8');
  for (const [, next = ''] of text.matchAll(/import\(`\.\/([\w.-]+\.js)`\)/g)) {
    await needed(names.get(`assets/${next}`) ?? '', names, seen);
  }
  const files = [...seen];
  const sizes = await Promise.all(files.map(gzipped));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  test.info().annotations.push({ type: 'kB', description: total.toFixed(1) });
  console.log(`first load: ${total.toFixed(1)} kB in ${files.length} scripts`);
  // Checks the measurement itself: React and the program are included, Recharts is not.
  expect(files.some((name) => name.includes('react-'))).toBe(true);
  expect(files.some((name) => name.includes('app-'))).toBe(true);
  expect(files.some((name) => name.includes('recharts'))).toBe(false);
  expect(total).toBeGreaterThan(60);
  expect(total).toBeLessThanOrEqual(FIRST_SCRIPTS_KB);
});

test('no script or style sheet names another by its content, so an update fetches only what changed', async () => {
  const files = fileNames(await readFile('dist/index.html', 'utf8'));
  const names = [...files.values()];
  expect(names.length).toBeGreaterThan(100);
  for (const name of names) {
    const text = await readFile(join('dist', name), 'utf8');
    expect(
      names.filter((other) => text.includes(other.slice('assets/'.length))),
      name,
    ).toEqual([]);
  }
});

/** Bytes transferred on a first visit until the picture is shown; fonts and images are already compressed. */
for (const hash of ['#/?lang=en', '#/?lang=fa', '#/lesson/start/who-chooses?lang=fa']) {
  test(`a first visit of ${hash} is within ${FIRST_VISIT_KB} kB`, async ({ page }) => {
    // Records when the picture is shown; prefetching starts after that.
    await page.addInitScript(() => {
      // The page takes half a second without an arrival as the end of what it has asked for (ui/moments.ts). On a
      // machine that runs other tests, that may only mean that it is busy.
      const wait = globalThis.setTimeout;
      const slowly = (run: () => void, ms?: number) => wait(run, ms === 500 ? 5000 : ms);
      Reflect.set(globalThis, 'setTimeout', slowly);
      new MutationObserver((_, observer) => {
        if (document.querySelector('main[data-run="done"] figure svg') === null) return;
        Reflect.set(globalThis, 'doneAt', performance.now());
        observer.disconnect();
      }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-run'] });
    });
    await page.goto(`/${hash}`);
    await settled(page);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const files = await page.evaluate(() => {
      const doneAt: unknown = Reflect.get(globalThis, 'doneAt');
      const asked = performance
        .getEntriesByType('resource')
        // Fonts are part of the picture, even if they load slightly later.
        .filter(({ name, startTime }) => startTime < Number(doneAt) || name.endsWith('.woff2'))
        .map(({ name }) => new URL(name))
        .filter(({ origin }) => origin === location.origin)
        .map(({ pathname }) => pathname.slice(1));
      return [...new Set(['index.html', ...asked])];
    });
    const sizes = await Promise.all(
      files.map(async (name) =>
        /woff2|png$/.test(name)
          ? (await readFile(join('dist', name))).length / 1000
          : gzipped(name),
      ),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`${hash}: ${total.toFixed(1)} kB in ${files.length} files`);
    // The Persian font is loaded only for Persian.
    expect(files.some((name) => name.includes('vazirmatn-latin'))).toBe(true);
    expect(files.some((name) => name.includes('vazirmatn-arabic'))).toBe(hash.endsWith('fa'));
    expect(total).toBeLessThanOrEqual(FIRST_VISIT_KB);
  });
}

test('Recharts comes by itself when the page is idle', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/#/');
  await settled(page);
  const fetched = (name: RegExp) =>
    expect.poll(() => asked.some((address) => name.test(address)), { timeout: 15_000 }).toBe(true);
  await fetched(/recharts/);
  await fetched(/\/lab-.*\.js/);
});

test('nothing is fetched ahead while a slider moves', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  // Files are kept: the icon, which a changed address asks for again, would keep the network from being quiet.
  const site = await serve('dist', { cached: true });
  await page.goto(`${site.address}#/lab?lane=he_normal&depth=5&width=16&batch=16`);
  await settled(page);
  const isFetched = (): boolean => asked.some((address) => /\/Start-.*\.js/.test(address));
  await page.locator('input[type="range"][data-control="width"]').focus();
  // Longer than the reader is left alone otherwise.
  for (let move = 0; move < 20; move += 1) {
    await page.keyboard.press(move % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForTimeout(400);
  }
  expect(isFetched()).toBe(false);
  await expect.poll(isFetched, { timeout: 15_000 }).toBe(true);
  await site.close();
});

/** Holds requests back until it is opened. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** What a new connection carries in its first round trip: ten packets of 1460 bytes. */
const FIRST_ROUND_KB = 14.6;

test(`the start page shows its picture before any script, within ${FIRST_ROUND_KB} kB`, async ({
  page,
}) => {
  expect(await gzipped('index.html')).toBeLessThanOrEqual(FIRST_ROUND_KB);
  const [scripts, live] = [gate(), gate()];
  await page.route(/\.js$/, async (route) => {
    await (route.request().url().includes('/StartRiver-') ? live : scripts).opened;
    await route.continue();
  });
  await page.goto('/#/?lang=fa', { waitUntil: 'commit' });
  const river = page.locator('.first-river');
  await expect(river.locator('.first-fate [lang="fa"]').last()).toBeVisible();
  await expect(river.locator('.first-fate [lang="fa"]').last()).toContainText('می‌رسد');
  await expect(river.locator('.first-fate [lang="en"]').last()).toBeHidden();
  const top = async (selector: string): Promise<number> =>
    page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().y));
  const drawn = await top('.first-river');
  // It stays in its place when the page takes it over, and the live river takes that place.
  scripts.open();
  await expect(page.locator('main .first-river')).toBeVisible();
  expect(await top('main .first-river')).toBe(drawn);
  live.open();
  await expect(page.locator('figure[data-chart="river"] [data-of-lane="3"]')).toBeVisible();
  expect(await top('figure[data-chart="river"]')).toBe(drawn);
  await expect(river).toHaveCount(0);
});

/** Parts of a page that may come after its text. */
const LATER = /icon\.svg|translation|Update|worker|\.wasm|\.woff2/;

for (const hash of ['#/lesson/start/who-chooses?lang=fa', '#/lesson?lang=fa']) {
  test(`the first step needs one round of requests after the page itself: ${hash}`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const entry = gate();
    await page.route(/\/index-[\w-]+\.js$/, async (route) => {
      await entry.opened;
      await route.continue();
    });
    await page.goto(`/${hash}`, { waitUntil: 'commit' });
    // The entry script has not come yet, so nothing has run that could ask for the lesson.
    const wanted = [
      /\/react-/,
      /\/app-/,
      /\/fa-/,
      /\/lesson-.*js/,
      /\/lesson-.*css/,
      /\/ui-/,
      /\/NetPanel-/,
      /\/NetPicture-.*css/,
    ];
    await expect
      .poll(() => wanted.filter((name) => !asked.some((path) => name.test(path))))
      .toEqual([]);
    const first = asked.length;
    entry.open();
    await expect(page.locator('[data-part="text"] h1')).toBeVisible();
    await expect(page.locator('[data-part="stage"] figure').first()).toBeVisible();
    expect(asked.slice(first).filter((path) => !LATER.test(path))).toEqual([]);
  });
}

for (const hash of ['#/?lang=fa', '#/lesson?lang=en']) {
  test(`on a slow network the thread’s files come before the last script, fonts after it: ${hash}`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const askedFor = (name: RegExp): boolean => asked.some((path) => name.test(path));
    // The page takes a late first script for a slow network.
    await page.addInitScript(() => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + 1000;
    });
    const [app, react] = [gate(), gate()];
    for (const [name, { opened }] of [
      [/\/app-[\w-]+\.js$/, app],
      [/\/react-[\w-]+\.js$/, react],
    ] as const) {
      await page.route(name, async (route) => {
        await opened;
        await route.continue();
      });
    }
    await page.goto(`/${hash}`, { waitUntil: 'commit' });
    const family = (): Promise<string> =>
      page.locator('.first h1:visible').evaluate((h1) => getComputedStyle(h1).fontFamily);
    await expect.poll(family).toMatch(/^system-ui/);
    // Every other script has come.
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('link[rel="modulepreload"]')].filter(
          (link) =>
            performance.getEntriesByName(link instanceof HTMLLinkElement ? link.href : '')
              .length === 0,
        ).length === 2,
    );
    expect(askedFor(/worker|\.wasm|\.woff2/)).toBe(false);
    app.open();
    await expect.poll(() => askedFor(/\/compute\.worker-/) && askedFor(/\.wasm$/)).toBe(true);
    await expect(page.locator('main')).toHaveCount(0);
    expect(askedFor(/\.woff2$/)).toBe(false);
    expect(await family()).toMatch(/^system-ui/);
    react.open();
    await expect.poll(() => askedFor(/\.woff2$/)).toBe(true);
    await expect(page.locator('main')).toBeVisible();
    const html = page.locator('html');
    expect(await html.evaluate((all) => getComputedStyle(all).fontFamily)).toMatch(/Vazirmatn/);
  });
}
