/**
 * Runs Lighthouse on the built site, mobile preset: node scripts/lighthouse.mjs ['#/' '#/lab' …]; by default on
 * the start page in both languages.
 * Downloads Lighthouse with npx; fails if a score is below its limit.
 */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { findBrowser, NO_BROWSER } from './browser.mjs';
import { serve } from './staticSite.mjs';

const MIN_SCORES = { performance: 0.95, accessibility: 1, 'best-practices': 1 };
const hashes = process.argv.length > 2 ? process.argv.slice(2) : ['#/', '#/?lang=fa'];

const browser = await findBrowser();
if (browser === null) throw new Error(NO_BROWSER);
const site = await serve(fileURLToPath(new URL('../dist', import.meta.url)), { cached: true });
let good = true;
for (const hash of hashes) {
  const report = join(tmpdir(), `lighthouse-${process.pid}.json`);
  const words = [
    '--yes',
    'lighthouse@12.8.2',
    site.address + hash,
    '--quiet',
    '--output=json',
    `--output-path=${report}`,
    `--only-categories=${Object.keys(MIN_SCORES).join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ];
  const env = { ...process.env, CHROME_PATH: browser.path ?? chromium.executablePath() };
  // Not spawnSync: the site is served from this process.
  const code = await new Promise((resolve) => {
    spawn('npx', words, { env, stdio: 'inherit', shell: process.platform === 'win32' }).on(
      'close',
      resolve,
    );
  });
  if (code !== 0) process.exit(code);
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'));
  const scores = Object.keys(MIN_SCORES).map(
    (id) => `${id} ${Math.round(categories[id].score * 100)}`,
  );
  const times = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  console.log(
    `${hash}: ${scores.join(', ')} (${times.map((id) => `${id} ${audits[id].displayValue}`).join(', ')})`,
  );
  for (const [id, least] of Object.entries(MIN_SCORES)) {
    if (categories[id].score >= least) continue;
    good = false;
    for (const { id: audit, weight } of categories[id].auditRefs) {
      const { score, title } = audits[audit];
      if (weight > 0 && score !== null && score < 1) console.log(`  ${id}: ${title} (${score})`);
    }
  }
}
await site.close();
process.exit(good ? 0 : 1);
