import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { open, openMenu, settled, watch } from './page.ts';

test('the page names what it may do, and no script slips in', async ({ page }) => {
  const html = await readFile('dist/index.html', 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  // The policy comes before the first script.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  await open(page, '#/');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.slipped = true';
    document.head.append(script);
    const blocked = await fetch('https://example.org/').then(
      () => false,
      () => true,
    );
    return { slipped: Reflect.has(globalThis, 'slipped'), blocked };
  });
  expect(ran).toEqual({ slipped: false, blocked: true });
});

test('a whole visit breaks no rule of the policy and asks nobody else', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  page.setDefaultTimeout(8000);
  const problems = watch(page);
  const others: string[] = [];
  const origin = new URL(test.info().project.use.baseURL ?? '').origin;
  context.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(origin) && !/^(?:data|blob):/.test(address)) others.push(address);
  });
  await page.addInitScript(() => {
    const broken: string[] = [];
    Reflect.set(globalThis, 'broken', broken);
    document.addEventListener('securitypolicyviolation', (event) => {
      broken.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  await open(page, '#/');
  await page.goto('/#/lab?depth=4&width=32&batch=32');
  await settled(page);
  for (const kind of ['png', 'svg']) {
    const saved = page.waitForEvent('download');
    const figure = page.locator('figure[data-chart="lanes"]');
    await openMenu(figure);
    await figure.locator(`[data-export="${kind}"]`).click();
    await saved;
  }
  await page.locator('summary', { hasText: 'Export' }).click();
  for (const kind of ['notebook', 'csv']) {
    if (kind === 'csv') await page.locator('summary', { hasText: 'Export' }).click();
    const saved = page.waitForEvent('download');
    await page.locator(`[data-export="${kind}"]`).click();
    await saved;
  }
  for (const tab of ['saturated and zero', 'activation curve', 'weight matrix']) {
    await page.locator('label', { hasText: tab }).click();
    await page.waitForTimeout(200);
  }
  await page.locator('figure[data-lane="3"][data-layer="2"] button').click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.press('l');
  await page.locator('[data-action="new-seed"]').click();
  await settled(page);
  // The service worker has cached its files as well.
  await page.evaluate(() => navigator.serviceWorker.ready);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'broken'))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(others).toEqual([]);
  expect(problems).toEqual([]);
});
