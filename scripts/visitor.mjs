/** One page in a browser of any engine, with the few things a visitor does; the same whatever drives the browser. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox, webkit } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { click, evaluate, sessionByHttp, sessionByMarionette, setViewport } from './webdriver.mjs';

const PLAYWRIGHT = { chromium, firefox, webkit };
const VIEWPORT = { width: 1280, height: 800 };
const START_MS = 20_000;
/** As in Playwright's actions: how long an element may take to appear and come to rest. */
const ELEMENT_MS = 15_000;

const sleep = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Tries until `attempt` does not throw, or throws its last error after `limit` ms. */
async function retry(attempt, limit) {
  const end = performance.now() + limit;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(50);
    }
  }
}

async function playwrightVisitor(name, found, { reducedMotion, forcedColors, largeText }) {
  const browser = await PLAYWRIGHT[name].launch(name === 'chromium' ? launchOptions(found) : {});
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: 'en-US',
    reducedMotion: reducedMotion ? 'reduce' : null,
    forcedColors: forcedColors ? 'active' : null,
  });
  const page = await context.newPage();
  if (largeText && name === 'chromium') {
    const session = await context.newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  }
  return {
    goto: (address) => page.goto(address),
    reload: () => page.reload(),
    evaluate: (run, ...args) =>
      // Playwright passes one argument.
      page.evaluate(`(${run})(...${JSON.stringify(args)})`),
    click: (selector) => page.locator(selector).first().click({ timeout: ELEMENT_MS }),
    press: (key) => page.keyboard.press(key),
    async drag(points) {
      const [first, ...rest] = points;
      await page.mouse.move(first.x, first.y);
      await page.mouse.down();
      for (const { x, y } of rest) await page.mouse.move(x, y);
      await page.mouse.up();
    },
    setViewport: (size) => page.setViewportSize(size),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}

/** WebDriver's code points of keys that are not letters. */
const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

async function webdriverVisitor(send, end) {
  await send('timeouts', { script: 60_000, pageLoad: 60_000, implicit: 0 });
  await setViewport(send, VIEWPORT);
  return {
    goto: (address) => send('navigate', { url: address }),
    reload: () => send('reload'),
    evaluate: (run, ...args) => evaluate(send, run, args),
    click: (selector) => retry(() => click(send, selector), ELEMENT_MS),
    press: (key) =>
      send('actions', {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] ?? key })),
          },
        ],
      }),
    drag: ([first, ...rest]) => {
      const move = ({ x, y }) => ({
        type: 'pointerMove',
        x: Math.round(x),
        y: Math.round(y),
        duration: 20,
      });
      const actions = [
        move(first),
        { type: 'pointerDown', button: 0 },
        ...rest.map(move),
        { type: 'pointerUp', button: 0 },
      ];
      return send('actions', {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
      });
    },
    setViewport: (size) => setViewport(send, size),
    screenshot: async () => Buffer.from(await send('screenshot'), 'base64'),
    async close() {
      await send('end').catch(() => {});
      await end();
    },
  };
}

/** Starts a program; resolves to a function that ends it and waits until it has ended. */
function start(path, words, environment = {}) {
  const child = spawn(path, words, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { child, stop };
}

async function firefoxVisitor({ path }, { reducedMotion, forcedColors, largeText }) {
  const profile = mkdtempSync(join(tmpdir(), 'init-lab-firefox-'));
  // Port 0: Firefox takes a free one and writes its number into the profile.
  const settings = {
    'marionette.port': 0,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.normandy.enabled': false,
    ...(reducedMotion ? { 'ui.prefersReducedMotion': 1 } : {}),
    ...(forcedColors ? { 'browser.display.document_color_use': 2 } : {}),
    ...(largeText ? { 'font.size.variable.x-western': 32, 'font.size.variable.ar': 32 } : {}),
  };
  const lines = Object.entries(settings).map(
    (pair) => `user_pref(${pair.map((x) => JSON.stringify(x)).join(', ')});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const { stop } = start(path, ['--marionette', '--headless', '--no-remote', '--profile', profile]);
  const active = join(profile, 'MarionetteActivePort');
  const send = await retry(
    () => sessionByMarionette(Number(readFileSync(active, 'utf8'))),
    START_MS,
  );
  return webdriverVisitor(send, async () => {
    await stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}

/** A free TCP port. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts an X server without a screen; it writes the number of its display to file 3. */
async function virtualScreen(path) {
  const { child, stop } = start(path, [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1600x1200x24',
    '-nolisten',
    'tcp',
  ]);
  const number = await new Promise((resolve) => {
    child.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  return { display: `:${number}`, stop };
}

async function webkitVisitor({ path, driver, screen }, { reducedMotion }) {
  const shown = screen === null ? null : await virtualScreen(screen);
  const port = await freePort();
  // GTK's settings are the system's; a small file stands for them.
  const home = mkdtempSync(join(tmpdir(), 'init-lab-webkit-'));
  mkdirSync(join(home, 'gtk-3.0'));
  const animations = `gtk-enable-animations = ${reducedMotion ? 0 : 1}`;
  writeFileSync(join(home, 'gtk-3.0/settings.ini'), `[Settings]\n${animations}\n`);
  const { stop } = start(driver, [`--port=${port}`], {
    XDG_CONFIG_HOME: home,
    ...(shown === null ? {} : { DISPLAY: shown.display }),
  });
  const options = { 'webkitgtk:browserOptions': { binary: path, args: ['--automation'] } };
  const send = await retry(() => sessionByHttp(`http://127.0.0.1:${port}`, options), START_MS);
  return webdriverVisitor(send, async () => {
    await stop();
    await shown?.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
}

/** Starts the browser that `findEngines` found for this engine, with one page. */
export function openVisitor(name, found, preferences = {}) {
  if (found.by === 'marionette') return firefoxVisitor(found, preferences);
  if (found.by === 'webkitgtk') return webkitVisitor(found, preferences);
  return playwrightVisitor(name, found, preferences);
}
