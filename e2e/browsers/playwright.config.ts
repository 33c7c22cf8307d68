/** The main paths and faults in every engine that is installed; run by `npm run test:browsers`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { ENGINES, findEngines } from '../../scripts/engines.mjs';
import type { EngineOptions } from './engineTest.ts';

// Playwright loads this file again in every worker; the environment passes on what was found.
process.env['APP_ENGINES'] ??= JSON.stringify(await findEngines());
const found: Awaited<ReturnType<typeof findEngines>> = JSON.parse(process.env['APP_ENGINES']);

export default defineConfig<object, EngineOptions>({
  testDir: '.',
  outputDir: fileURLToPath(new URL('../../test-results', import.meta.url)),
  workers: 2,
  retries: process.env['CI'] ? 1 : 0,
  // Two browsers start at once, on a machine that may be busy.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  projects: ENGINES.flatMap((name) => {
    const engine = found[name];
    return engine === null ? [] : [{ name, use: { engine: { name, found: engine } } }];
  }),
});
