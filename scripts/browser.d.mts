import type { LaunchOptions } from '@playwright/test';

export interface FoundBrowser {
  /** `null`: Playwright's own. */
  readonly path: string | null;
  readonly libraries?: string | undefined;
}

export function launchOptions(browser: FoundBrowser): LaunchOptions;
export function browserFromEnvironment(environment?: NodeJS.ProcessEnv): FoundBrowser;
