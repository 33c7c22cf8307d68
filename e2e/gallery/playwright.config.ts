/** Pictures of the galleries; run by scripts/compareGallery.mjs, not by `npm test`. */
import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { browserFromEnvironment, launchOptions } from '../../scripts/browser.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const root = process.env['GALLERY_ROOT'] ?? repository;
const port = process.env['GALLERY_PORT'] ?? '5199';

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

export default defineConfig({
  testDir: '.',
  outputDir: `${repository}.cache/gallery/results`,
  snapshotPathTemplate: `${repository}.cache/gallery/pictures/{projectName}/{arg}{ext}`,
  timeout: 300_000,
  fullyParallel: true,
  workers: 2,
  // Both versions are drawn by one browser on one machine, so no pixel may differ.
  expect: { timeout: 20_000, toHaveScreenshot: { maxDiffPixels: 0, threshold: 0.05 } },
  reporter: [
    ['list'],
    ['html', { open: 'never', outputFolder: `${repository}.cache/gallery/report` }],
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    launchOptions: launchOptions(browserFromEnvironment()),
  },
  projects: [
    { name: 'light', metadata: { query: '?lang=en&theme=light' }, use: { viewport: desktop } },
    {
      name: 'dark-persian',
      metadata: { query: '?lang=fa&theme=dark' },
      use: { viewport: desktop },
    },
    { name: 'phone', metadata: { query: '?lang=en&theme=light' }, use: { viewport: phone } },
  ],
  webServer: {
    command: `node "${repository}scripts/gallery.mjs" --root "${root}" --port ${port}`,
    url: `http://localhost:${port}/src/ui/gallery/index.html`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
