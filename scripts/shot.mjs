/**
 * Takes a screenshot of a page: node scripts/shot.mjs '#/lab' out.png [--width 1280] [--height 800]
 * [--theme dark] [--lang fa] [--full] [--cpu 4] [--click selector] [--wait selector]
 * [--url http://localhost:4173/]. The first argument may also be a whole address. Prints the page's errors.
 */
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    theme: { type: 'string', default: 'light' },
    lang: { type: 'string', default: 'en' },
    full: { type: 'boolean', default: false },
    cpu: { type: 'string' },
    click: { type: 'string', multiple: true, default: [] },
    wait: { type: 'string', default: 'main[data-run="done"]' },
    url: { type: 'string', default: process.env.APP_URL ?? 'http://localhost:4173/' },
  },
});
const [hash = '#/', out = 'shot.png'] = positionals;
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: { width: Number(values.width), height: Number(values.height) },
});
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning') console.log(message.text());
});
page.on('pageerror', (error) => console.log(`page error: ${error.stack}`));
await page.addInitScript(
  ([lang, theme]) => {
    localStorage.setItem('init-lab:lang', lang);
    localStorage.setItem('init-lab:theme', theme);
  },
  [values.lang, values.theme],
);
if (values.cpu) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.cpu) });
}
await page.goto(new URL(hash, values.url).href);
await page.waitForSelector(values.wait, { timeout: 5000 }).catch(() => {
  console.log(`waited 5 s for ${values.wait} in vain`);
});
for (const selector of values.click) await page.click(selector);
await page.waitForTimeout(400);
await page.screenshot({ path: out, fullPage: values.full });
await browser.close();
