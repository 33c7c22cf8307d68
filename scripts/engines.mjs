/**
 * Finds a browser of each engine. Firefox and WebKit are Playwright's own, else those a Linux distribution installs,
 * which Playwright cannot drive; Debian's packages are firefox-esr, webkit2gtk-driver and xvfb.
 */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { firefox, webkit } from '@playwright/test';
import { findBrowser } from './browser.mjs';

export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** The first of these programs on the PATH, or `null`. */
function program(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const all = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return all.find((path) => existsSync(path)) ?? null;
}

function findFirefox() {
  if (existsSync(firefox.executablePath())) return { by: 'playwright', path: null };
  const path = process.env.APP_FIREFOX ?? program('firefox-esr', 'firefox');
  return path === null ? null : { by: 'marionette', path };
}

/** WebKitGTK's small browser, in the folder of the library's newest version. */
function miniBrowser() {
  const libraries = [
    '/usr/lib',
    '/usr/libexec',
    `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`,
  ];
  const found = libraries
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith('webkit2gtk-') || name.startsWith('webkitgtk-'))
        .map((name) => join(folder, name, 'MiniBrowser')),
    );
  return found.findLast((path) => existsSync(path)) ?? null;
}

function findWebkit() {
  if (existsSync(webkit.executablePath())) return { by: 'playwright', path: null };
  const driver = program('WebKitWebDriver');
  const path = miniBrowser();
  const screen = process.env.DISPLAY ? null : program('Xvfb');
  if (driver === null || path === null || (screen === null && !process.env.DISPLAY)) return null;
  return { by: 'webkitgtk', path, driver, screen };
}

const FINDERS = {
  chromium: async () => {
    const found = await findBrowser();
    return found === null ? null : { by: 'playwright', ...found };
  },
  firefox: findFirefox,
  webkit: findWebkit,
};

/** Resolves to what was found by engine; `null` for an engine that is not installed. */
export async function findEngines() {
  const found = ENGINES.map(async (name) => [name, await FINDERS[name]()]);
  return Object.fromEntries(await Promise.all(found));
}

/** One line for the terminal. */
export function describeEngine(name, found) {
  if (found === null) return `${name}: not found, left out`;
  const how = {
    playwright: 'through Playwright',
    marionette: 'through Marionette',
    webkitgtk: 'through WebKitWebDriver',
  };
  return `${name}: ${found.path ?? "Playwright's own"}, ${how[found.by]}`;
}
