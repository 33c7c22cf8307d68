import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { defineConfig, devices } from '@playwright/test';
import { browserFromEnvironment, launchOptions } from './scripts/browser.mjs';

/** A free TCP port. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });
}

// Playwright loads this file again in every worker; the environment passes the port on.
process.env['APP_PORT'] ??= String(await freePort());
const port = process.env['APP_PORT'];

export default defineConfig({
  testDir: 'e2e',
  testIgnore: ['**/e2e/gallery/**', '**/e2e/browsers/**'],
  outputDir: 'test-results',
  fullyParallel: true,
  // A test mostly waits for the threads of its own page; more than four of those pages wait for each other.
  workers: Math.min(4, Math.max(2, availableParallelism())),
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-US',
    colorScheme: 'light',
    launchOptions: launchOptions(browserFromEnvironment()),
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
      grepInvert: /@phone/,
    },
    {
      name: 'phone',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      },
      grep: /@phone/,
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url: `http://localhost:${port}`,
  },
});
