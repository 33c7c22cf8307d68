import { copyFile, mkdtemp, stat } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { exported, openMenu, settled, watch } from './page.ts';

/** Path of the single file, alone in a folder, as on a USB stick. */
let file = '';
test.beforeAll(async () => {
  const built = spawnSync(process.execPath, ['scripts/build-single.mjs'], { encoding: 'utf8' });
  expect(built.status, built.stderr).toBe(0);
  file = join(await mkdtemp(join(tmpdir(), 'init-lab-')), 'init lab.html');
  await copyFile('dist-single/init-lab.html', file);
});

test('one file runs from a disk, with the fast kernels', async ({ page, context }) => {
  expect((await stat(file)).size).toBeLessThan(2_000_000);
  const problems = watch(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) asked.push(request.url());
  });
  await context.setOffline(true);
  const { href } = pathToFileURL(file);
  await page.goto(`${href}#/lab?lane=he_normal;act=tanh&lane=zeros&depth=5&width=64&seed=3`);
  await settled(page);
  await expect(page.getByText(/SIMD/).first()).toBeVisible();
  const { lanes } = await exported(page);
  expect(lanes.map(({ layers }) => layers.length)).toEqual([5, 5]);
  expect(lanes[0]!.layers[4]!.activations.std).toBeGreaterThan(0);
  await page.keyboard.press('l');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const picture = page.waitForEvent('download');
  await openMenu(page.locator('figure[data-chart="loop"]'));
  await page.locator('figure[data-chart="loop"] [data-export="png"]').click();
  expect((await stat(await (await picture).path())).size).toBeGreaterThan(10_000);
  // Reloading the address opens the same lab again.
  await page.reload();
  await settled(page);
  expect(new Set(asked.map((address) => address.replace(/#.*$/, '')))).toEqual(new Set([href]));
  expect(problems).toEqual([]);
});
