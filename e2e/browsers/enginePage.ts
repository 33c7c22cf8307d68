import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { serve } from '../../scripts/staticSite.mjs';
import type { StaticSite } from '../../scripts/staticSite.mjs';
import type { Point, Visitor } from '../../scripts/visitor.mjs';
import { spy } from './spy.ts';
import type { SavedFile } from './spy.ts';

export interface EnginePage extends Visitor {
  readonly site: StaticSite;
  /** Loads the built site at this hash; `before` runs ahead of its scripts. Waits until the page is done computing. */
  readonly open: (hash: string, before?: () => void) => Promise<void>;
  /** Loads the site without waiting. */
  readonly load: (hash: string, before?: () => void) => Promise<void>;
  readonly settled: () => Promise<void>;
  readonly count: (selector: string) => Promise<number>;
  /** Text of the first match, or `null`. */
  readonly text: (selector: string) => Promise<string | null>;
  readonly waitForText: (selector: string, pattern: RegExp) => Promise<void>;
  /** Drags over an element, given in fractions of its width and height. */
  readonly dragOver: (selector: string, fractions: readonly Point[]) => Promise<void>;
  /** Clicks, and resolves to the file that the page then saves. */
  readonly saved: (selector: string) => Promise<SavedFile>;
  /** A file of the lab's menu of exports. */
  readonly exported: (kind: 'json' | 'csv') => Promise<SavedFile>;
  /** By how much the page is wider than its viewport, in CSS pixels. */
  readonly overhang: () => Promise<number>;
  readonly problems: () => Promise<readonly string[]>;
}

export async function createEnginePage(visitor: Visitor): Promise<EnginePage> {
  const site = await serve('dist', { path: '/courses/init-lab/' });
  const html = await readFile('dist/index.html', 'utf8');

  async function load(hash: string, before: () => void = () => undefined): Promise<void> {
    const script = `<script>(${spy})();(${before})();</script>`;
    // Ahead of the policy, which holds only for what comes after it.
    site.changed.set('index.html', html.replace('<head>', `<head>${script}`));
    // From another page, so that a mere change of the hash loads the site, too.
    await visitor.goto('about:blank');
    await visitor.goto(site.address + hash);
  }

  const count = (selector: string): Promise<number> =>
    visitor.evaluate((css) => document.querySelectorAll(css).length, selector);
  const text = (selector: string): Promise<string | null> =>
    visitor.evaluate((css) => document.querySelector(css)?.textContent ?? null, selector);

  async function settled(): Promise<void> {
    // If it does not, what the page says instead.
    const state = () =>
      visitor.evaluate(() => {
        const said = document.querySelector('[role="alert"]')?.textContent ?? '';
        return `${document.querySelector('main')?.dataset['run'] ?? 'no page'} ${said}`.trim();
      });
    await expect.poll(state, { timeout: 60_000 }).toMatch(/^done/);
  }

  async function saved(selector: string): Promise<SavedFile> {
    await visitor.evaluate(() => void window.savedFiles.splice(0));
    await visitor.click(selector);
    await expect.poll(() => visitor.evaluate(() => window.savedFiles.length)).toBe(1);
    return visitor.evaluate(async () => {
      const { name, file } = window.savedFiles[0]!;
      const bytes = new Uint8Array(await file.arrayBuffer());
      return {
        name,
        type: file.type,
        bytes: Array.from(bytes, (each) => String.fromCharCode(each)).join(''),
      };
    });
  }

  return {
    ...visitor,
    site,
    load,
    settled,
    count,
    text,
    async open(hash, before) {
      await load(hash, before);
      await settled();
    },
    waitForText: (selector, pattern) => expect.poll(() => text(selector)).toMatch(pattern),
    async dragOver(selector, fractions) {
      const box = await visitor.evaluate((css) => {
        const found = document.querySelector(css);
        found?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x = 0, y = 0, width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
        return { x, y, width, height };
      }, selector);
      expect(box.width, selector).toBeGreaterThan(0);
      await visitor.drag(
        fractions.map(({ x, y }) => ({ x: box.x + x * box.width, y: box.y + y * box.height })),
      );
    },
    saved,
    async exported(kind) {
      await visitor.click('details:has([data-export="json"]) > summary');
      return saved(`[data-export="${kind}"]`);
    },
    overhang: () =>
      visitor.evaluate(
        // The page may be narrower, by the width of a scroll bar.
        () =>
          Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ),
    problems: () => visitor.evaluate(() => window.problems ?? []),
    close: () => site.close(),
  };
}
