/** Playwright's test with a page in the project's engine, whatever drives it, and a site of its own for each test. */
import { test as base, expect } from '@playwright/test';
import type { EngineName, FoundEngine } from '../../scripts/engines.mjs';
import { openVisitor } from '../../scripts/visitor.mjs';
import type { Preferences, Visitor } from '../../scripts/visitor.mjs';
import { createEnginePage } from './enginePage.ts';
import type { EnginePage } from './enginePage.ts';

export interface EngineOptions {
  readonly engine: { readonly name: EngineName; readonly found: FoundEngine };
}

interface EngineFixtures extends EngineOptions {
  /** The browser, which serves all tests of a worker. */
  readonly visitor: Visitor;
}

interface PageFixtures {
  /** A page with a server, and so with storage, of its own. Fails the test if the page had an error. */
  readonly tab: EnginePage;
  /** Another one in a browser with these preferences. */
  readonly tabWith: (preferences: Preferences) => Promise<EnginePage>;
}

export const test = base.extend<PageFixtures, EngineFixtures>({
  engine: [
    { name: 'chromium', found: { by: 'playwright', path: null } },
    { option: true, scope: 'worker' },
  ],
  visitor: [
    async ({ engine }, provide) => {
      const visitor = await openVisitor(engine.name, engine.found);
      await provide(visitor);
      await visitor.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  tab: async ({ visitor }, provide, info) => {
    const tab = await createEnginePage(visitor);
    await provide(tab);
    if (info.status !== info.expectedStatus) {
      const body = await visitor.screenshot();
      await info.attach('page', { body, contentType: 'image/png' });
    }
    expect(await tab.problems()).toEqual([]);
    await tab.close();
  },
  tabWith: async ({ engine }, provide) => {
    const ends: (() => Promise<void>)[] = [];
    await provide(async (preferences) => {
      const visitor = await openVisitor(engine.name, engine.found, preferences);
      const tab = await createEnginePage(visitor);
      ends.push(tab.close, visitor.close);
      return tab;
    });
    for (const end of ends) await end();
  },
});

export { expect };
