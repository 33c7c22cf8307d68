/**
 * Finds a Chromium, or downloads one; a candidate is accepted if it starts and evaluates 1 + 1.
 * The order: APP_CHROMIUM, Playwright's own, an installed one, Playwright's download, a headless
 * shell from the npm registry, and, for root on Debian only, the distribution's package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { chmodSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/browser');
const remembered = join(cache, 'found.json');

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Playwright's launch options for a browser; `{ path: null }` is Playwright's own. */
export function launchOptions({ path, libraries }) {
  return {
    ...(path === null ? {} : { executablePath: path }),
    ...(libraries ? { env: { ...process.env, LD_LIBRARY_PATH: libraries } } : {}),
    args: ARGS,
  };
}

/** Whether this browser starts and evaluates 1 + 1. */
async function works(candidate) {
  let browser;
  try {
    browser = await chromium.launch({ ...launchOptions(candidate), timeout: 20_000 });
    const page = await browser.newPage();
    return (await page.evaluate('1 + 1')) === 2;
  } catch {
    return false;
  } finally {
    await browser?.close();
  }
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffixes = process.platform === 'win32' ? ['.exe'] : [''];
  const onPath = NAMES.flatMap((name) =>
    folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix))),
  );
  const found = [...onPath, ...PLACES].filter((path) => existsSync(path));
  return [...new Set(found.map((path) => realpathSync(path)))].map((path) => ({ path }));
}

function run(command, words, options = {}) {
  const shell = process.platform === 'win32';
  return spawnSync(command, words, { cwd: root, stdio: 'ignore', shell, ...options }).status === 0;
}

function playwrightDownload() {
  run('npx', ['playwright', 'install', 'chromium'], {
    timeout: 300_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  });
  return [{ path: null }];
}

/** The headless shell and its libraries from the npm package @sparticuz/chromium; 67 MB, linux-x64 only. */
function packedShell() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const home = join(cache, 'shell');
  const bin = join(home, 'node_modules/@sparticuz/chromium/bin');
  if (!existsSync(bin)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    const wanted = ['install', '--no-save', '--ignore-scripts', '@sparticuz/chromium@147.0.0'];
    if (!run('npm', wanted, { cwd: home, timeout: 300_000 })) return [];
  }
  const path = join(home, 'chromium');
  const libraries = join(home, 'lib');
  if (!existsSync(path)) {
    writeFileSync(path, brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))));
    chmodSync(path, 0o755);
    const tar = join(home, 'libraries.tar');
    writeFileSync(tar, brotliDecompressSync(readFileSync(join(bin, 'al2023.tar.br'))));
    run('tar', ['-xf', tar, '-C', home]);
    rmSync(tar);
  }
  return [{ path, libraries }];
}

function debianPackage() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  if (!run('apt-get', ['update', '-qq'])) return [];
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  return installed();
}

const STEPS = [
  ['APP_CHROMIUM', () => (process.env.APP_CHROMIUM ? [{ path: process.env.APP_CHROMIUM }] : [])],
  ["Playwright's own", () => (existsSync(chromium.executablePath()) ? [{ path: null }] : [])],
  ['an installed one', installed],
  ["Playwright's download", playwrightDownload],
  ['the headless shell from npm', packedShell],
  ["Debian's package", debianPackage],
];

export const NO_BROWSER =
  'No Chromium was found and none could be fetched. Install one, or set APP_CHROMIUM.';

/** Resolves to `{ path, libraries? }`, or to `null` if every step fails. The result is cached on disk. */
export async function findBrowser(say = () => {}) {
  if (existsSync(remembered) && !process.env.APP_CHROMIUM) {
    const before = JSON.parse(readFileSync(remembered, 'utf8'));
    if ((before.path === null || existsSync(before.path)) && (await works(before))) return before;
  }
  for (const [name, candidates] of STEPS) {
    for (const candidate of candidates()) {
      if (!(await works(candidate))) continue;
      mkdirSync(cache, { recursive: true });
      writeFileSync(remembered, JSON.stringify(candidate));
      say(`Browser: ${name}`);
      return candidate;
    }
  }
  return null;
}

/** Finds a browser and starts it; throws if there is none. */
export async function launchBrowser() {
  const browser = await findBrowser();
  if (browser === null) throw new Error(NO_BROWSER);
  return chromium.launch(launchOptions(browser));
}

/** Environment variables that make Playwright's test runner start this browser. */
export function browserEnvironment(browser) {
  return {
    ...(browser.path === null ? {} : { APP_CHROMIUM: browser.path }),
    ...(browser.libraries ? { APP_CHROMIUM_LIBRARIES: browser.libraries } : {}),
  };
}

/** The browser described by the variables that `browserEnvironment` sets. */
export function browserFromEnvironment({ APP_CHROMIUM, APP_CHROMIUM_LIBRARIES } = process.env) {
  return { path: APP_CHROMIUM || null, libraries: APP_CHROMIUM_LIBRARIES };
}
