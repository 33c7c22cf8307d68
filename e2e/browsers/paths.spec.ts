/** The ways through the app that everybody takes. */
import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from './engineTest.ts';

const LAB =
  'lane=xavier_normal&lane=he_normal;act=tanh&lane=zeros&depth=6&width=48&batch=64&seed=7';

interface ResultsFile {
  readonly lanes: readonly {
    readonly verdict: string;
    readonly layers: readonly {
      readonly activations: { readonly std: number };
      readonly gradients: { readonly std: number } | null;
    }[];
  }[];
}

/** Standard deviations of each lane and layer, forward and back. */
const spreads = (json: string): readonly number[] => {
  const { lanes }: ResultsFile = JSON.parse(json);
  return lanes.flatMap(({ layers }) =>
    layers.flatMap(({ activations, gradients }) => [activations.std, gradients?.std ?? 0]),
  );
};

function expectSameSpreads(json: string, other: string): void {
  const mine = spreads(json);
  const theirs = spreads(other);
  expect(mine.length).toBe(theirs.length);
  // Kernels of different builds sum in another order.
  mine.forEach((value, i) =>
    expect(Math.abs(value - theirs[i]!)).toBeLessThan(1e-4 * (value + 1e-9)),
  );
}

test('start: four lanes, the river, and the slider', async ({ tab }) => {
  await tab.open('#/?lang=en');
  await expect.poll(() => tab.count('[data-chart="river"] :is(canvas, path)')).toBeGreaterThan(0);
  const verdicts = await tab.evaluate(() =>
    Array.from(
      document.querySelectorAll<HTMLElement>('[data-verdict]'),
      ({ dataset }) => dataset['verdict'],
    ),
  );
  expect(verdicts).toEqual(['symmetric', 'vanishing', 'vanishing', 'healthy']);
  // The picture follows the slider.
  const drawing = (): Promise<string> =>
    tab.evaluate(() =>
      Array.from(document.querySelectorAll('figure[data-chart="lanes"] path'), (path) =>
        path.getAttribute('d'),
      ).join(),
    );
  const before = await drawing();
  expect(before).toContain('M');
  await tab.dragOver('input[data-control="width"]', [
    { x: 0.3, y: 0.5 },
    { x: 0.5, y: 0.5 },
    { x: 0.8, y: 0.5 },
  ]);
  await expect.poll(drawing).not.toBe(before);
  await tab.settled();
  await tab.click('a[href^="#/lesson"]');
  await expect.poll(() => tab.count('[data-step]')).toBeGreaterThan(0);
});

test('lab: the numbers are those of the script; sliders, exports as JSON, CSV, PNG and SVG', async ({
  tab,
}) => {
  await tab.open(`#/lab?${LAB}&lang=en`);
  expect(await tab.count('figure[data-lane="2"][data-layer="6"]')).toBe(1);
  const json = await tab.exported('json');
  const { stdout } = spawnSync('node', ['scripts/experiment.mjs', LAB], { encoding: 'utf8' });
  expectSameSpreads(json.bytes, stdout);
  const csv = await tab.exported('csv');
  // One line for the names; three lanes of six layers.
  expect(
    csv.bytes
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('#')).length,
  ).toBeGreaterThanOrEqual(19);
  await tab.click('figure[data-chart="loop"] [data-save] summary');
  const png = await tab.saved('figure[data-chart="loop"] [data-export="png"]');
  expect(png.bytes.slice(1, 4)).toBe('PNG');
  expect(png.bytes.length).toBeGreaterThan(10_000);
  await tab.click('figure[data-chart="loop"] [data-save] summary');
  const svg = await tab.saved('figure[data-chart="loop"] [data-export="svg"]');
  expect(svg.bytes).toContain('<svg');

  await tab.dragOver('input[data-control="depth"]', [
    { x: 0.05, y: 0.5 },
    { x: 0.1, y: 0.5 },
    { x: 0.2, y: 0.5 },
  ]);
  await tab.settled();
  const depth = await tab.evaluate(
    () => document.querySelector<HTMLInputElement>('input[data-control="depth"]')?.value,
  );
  expect(Number(depth)).toBeGreaterThan(10);
  await expect.poll(() => tab.count('figure[data-lane="0"][data-layer]')).toBe(Number(depth));
  await tab.press('l');
  await expect.poll(() => tab.evaluate(() => document.documentElement.dir)).toBe('rtl');
});

test('race: two lanes to their end, one learns; its file', async ({ tab }) => {
  await tab.open(
    '#/train?lane=zeros&lane=xavier_normal&act=tanh&depth=2&width=8&lr=0.1&steps=400&lang=en',
  );
  await tab.click('[data-action="to-end"]');
  const standings = (): Promise<string> =>
    tab.evaluate(() =>
      [...document.querySelectorAll('[data-standing]')].map((each) => each.textContent).join('; '),
    );
  await expect.poll(standings).toMatch(/never 95.*; 95\s%\sright at step \d+/);
  const file = await tab.saved('[data-export="json"]');
  expect(JSON.parse(file.bytes).format).toBe('init-lab/training@1');
});

test('lesson: a sketch by pointer, the outcome, and the next step', async ({ tab }) => {
  await tab.open('#/lesson/frameworks/pytorch?lang=en');
  const across = [0.15, 0.3, 0.5, 0.7, 0.85].map((x) => ({ x, y: 0.3 }));
  await tab.dragOver('[data-chart="sketch"] svg[role="slider"]', across);
  await tab.click('[data-action="reveal"]');
  await tab.waitForText('[data-chart="sketch"] figcaption', /powers of ten less/);
  await tab.settled();
  await tab.press('ArrowRight');
  await expect.poll(() => tab.count('[data-step="pytorch"]')).toBe(0);
});

test('share: the link opens the same numbers in the teacher’s look', async ({ tab }) => {
  await tab.open(`#/lab?${LAB}&lang=en`);
  const json = await tab.exported('json');
  await tab.click('[data-action="share"]');
  await tab.click('[data-hide="seed"]');
  const link = await tab.evaluate(
    () => document.querySelector<HTMLInputElement>('[data-share="link"]')?.value,
  );
  expect(link).toContain('hide=seed');
  expect(await tab.count('dialog[open] [data-qr]')).toBeGreaterThan(0);
  await tab.open(new URL(link ?? '').hash);
  expect(await tab.count('[data-control="seed"]')).toBe(0);
  expectSameSpreads((await tab.exported('json')).bytes, json.bytes);
});

test('Persian, on a phone: from the right, in its typeface, nothing sticks out', async ({
  tab,
}) => {
  await tab.setViewport({ width: 460, height: 844 });
  for (const hash of ['#/', '#/lab?depth=5', '#/lesson/zero', '#/train?depth=3&steps=50']) {
    await tab.open(`${hash}${hash.includes('?') ? '&' : '?'}lang=fa`);
    expect(await tab.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(
      await tab.evaluate(() =>
        document.fonts.load('16px "Vazirmatn Variable"', 'لایه').then((all) => all.length),
      ),
    ).toBeGreaterThan(0);
    await expect.poll(tab.overhang, hash).toBe(0);
    expect(await tab.text('main')).toMatch(/[۰-۹]/);
  }
  await tab.setViewport({ width: 1280, height: 800 });
});

test('off line: after one visit everything works without a network', async ({ tab }) => {
  await tab.open('#/?lang=en');
  await expect
    .poll(() => tab.evaluate(async () => (await navigator.serviceWorker.ready).active?.state), {
      timeout: 60_000,
    })
    .toBe('activated');
  await tab.site.close();
  await tab.goto('about:blank');
  await tab.goto(`${tab.site.address}#/lab?lane=he_normal;act=tanh&depth=6&lang=fa`);
  await tab.settled();
  expect(await tab.count('figure[data-lane="0"][data-layer="6"]')).toBe(1);
  // Two threads share the only lane of this step, and each of them loads code for that.
  await tab.goto('about:blank');
  await tab.goto(`${tab.site.address}#/lesson/he?lang=fa`);
  await tab.settled();
  expect(await tab.evaluate(() => document.fonts.check('16px "Vazirmatn Variable"', 'لایه'))).toBe(
    true,
  );
  await tab.goto('about:blank');
  await tab.goto(`${tab.site.address}#/train?lane=he_normal&lane=zeros&depth=2&width=8&steps=50`);
  await tab.settled();
});

test('one file: opened from the disk', async ({ tab }) => {
  const file = resolve('dist-single/init-lab.html');
  expect((await stat(file)).size).toBeLessThan(2_000_000);
  await tab.goto(
    `${pathToFileURL(file).href}#/lab?lane=he_normal;act=tanh&lane=zeros&depth=5&width=64&seed=3&lang=en`,
  );
  await tab.settled();
  await tab.waitForText('body', /SIMD/);
  expect(await tab.count('figure[data-lane="1"][data-layer="5"]')).toBe(1);
  // With more than one core two threads share this one.
  await tab.evaluate(() => {
    location.hash = '#/lab?lane=he_normal&depth=12&width=256&batch=256&lang=en';
  });
  await expect.poll(() => tab.count('figure[data-lane="0"][data-layer="12"]')).toBe(1);
  await tab.settled();
  await tab.press('l');
  await expect.poll(() => tab.evaluate(() => document.documentElement.dir)).toBe('rtl');
});
