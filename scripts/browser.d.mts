import type { LaunchOptions } from '@playwright/test';

export interface FoundBrowser {
  /** The executable; `null` for Playwright's own browser. */
  readonly path: string | null;
  readonly libraries?: string | undefined;
}

export function launchOptions(browser: FoundBrowser): LaunchOptions;
export function browserFromEnvironment(environment?: NodeJS.ProcessEnv): FoundBrowser;
