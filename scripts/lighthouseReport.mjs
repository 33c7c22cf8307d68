/** Lighthouse of a page, mobile preset; downloaded with npx. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, NO_BROWSER } from './browser.mjs';

/** The report of the page at `address` in these categories; throws if there is none. */
export async function lighthouseReport(address, categories) {
  const browser = await findBrowser();
  if (browser === null) throw new Error(NO_BROWSER);
  const path = join(tmpdir(), `lighthouse-${process.pid}.json`);
  const words = [
    '--yes',
    'lighthouse@12.8.2',
    address,
    '--quiet',
    '--output=json',
    `--output-path=${path}`,
    `--only-categories=${categories.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ];
  const env = { ...process.env, CHROME_PATH: browser.path ?? chromium.executablePath() };
  // Not spawnSync: the site may be served from this process.
  const code = await new Promise((resolve) => {
    spawn('npx', words, { env, stdio: 'inherit', shell: process.platform === 'win32' }).on(
      'close',
      resolve,
    );
  });
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}`);
  const report = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  return report;
}
