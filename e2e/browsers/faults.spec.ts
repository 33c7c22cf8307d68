/** What may go wrong in a device, a browser or its settings; nothing is lost, and it is said. */
import { readdir, readFile } from 'node:fs/promises';
import type { EnginePage } from './enginePage.ts';
import { expect, test } from './engineTest.ts';

const SMALL = 'lane=he_normal&lane=xavier_normal&depth=4&width=32&batch=32&seed=3&lang=en';

/** One lane that is worth starting a second thread for. */
const SHARED = 'lane=he_normal&depth=12&width=256&batch=1024&seed=3&lang=en';

declare global {
  interface Window {
    /** The halves of shared runs that were given to threads. */
    halves: string[];
  }
}

test('a thread that shares a lane is killed: one thread repeats it, and the page says so', async ({
  tab,
}) => {
  await tab.open(`#/lab?${SHARED}`, () => {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 4 });
    const heard = new Set<Worker>();
    // oxlint-disable-next-line typescript/unbound-method -- applied to its worker
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function postMessage(message, ...rest: unknown[]) {
      const send = (): void => Reflect.apply(post, this, [message, ...rest]);
      if (message.type === 'start') this.addEventListener('message', () => heard.add(this));
      if (message.job?.kind !== 'compute') return send();
      // At work, with no event, as when the system takes its memory; one that is still loading is given more time.
      const lose = (): void => {
        send();
        this.terminate();
      };
      if (heard.has(this)) lose();
      else this.addEventListener('message', lose, { once: true });
    };
  });
  await tab.waitForText('body', /fallen silent/);
  expect(await tab.count('[data-verdict="healthy"]')).toBeGreaterThan(0);
});

test('one core, sixty-four, none told, or a late one: the same numbers, shared or not', async ({
  tab,
}) => {
  const cores = {
    one: () => Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 1 }),
    many: () =>
      Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 64 }),
    untold: () =>
      Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => undefined }),
    late: () => {
      Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 4 });
      window.halves = [];
      // oxlint-disable-next-line typescript/unbound-method -- applied to its worker
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function postMessage(message, ...rest: unknown[]) {
        const send = (): void => Reflect.apply(post, this, [message, ...rest]);
        const kind: string = message.job?.kind ?? '';
        if (kind === 'measure' || kind === 'compute') window.halves.push(kind);
        if (kind === 'compute') setTimeout(send, 700);
        else send();
      };
    },
  };
  // One that keeps the first document would open it again, with the first lie.
  tab.site.changed.set('sw.js', '');
  const numbers: string[] = [];
  for (const lie of Object.values(cores)) {
    await tab.open(`#/lab?${SHARED}`, lie);
    const { bytes } = await tab.exported('json');
    const { lanes }: { lanes: readonly { layers: unknown }[] } = JSON.parse(bytes);
    numbers.push(JSON.stringify(lanes.map(({ layers }) => layers)));
  }
  expect(await tab.evaluate(() => window.halves.toSorted())).toEqual(['compute', 'measure']);
  expect(new Set(numbers).size).toBe(1);
  // Seeds of a race are shared out over the threads.
  await tab.open('#/train?lane=he_normal&depth=2&width=8&steps=50&seeds=3&lang=en', cores.many);
});

test('without SIMD the plain kernels compute, and the page says so', async ({ tab }) => {
  const forbid = (): void => {
    WebAssembly.validate = () => false;
    WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('no SIMD'));
    WebAssembly.compileStreaming = () => Promise.reject(new WebAssembly.CompileError('no SIMD'));
  };
  // The threads are of the same device.
  for (const name of await readdir('dist/assets')) {
    if (!name.startsWith('compute.worker-') || !name.endsWith('.js')) continue;
    const code = await readFile(`dist/assets/${name}`, 'utf8');
    tab.site.changed.set(`assets/${name}`, `(${forbid})();${code}`);
  }
  // It holds the true ones.
  tab.site.changed.set('sw.js', '');
  await tab.open(`#/lab?${SMALL}`, forbid);
  await tab.waitForText('body', /no fast kernels/);
  expect(await tab.count('[data-verdict="healthy"]')).toBeGreaterThan(0);
});

test('a private window that forbids storage: every view works, and forgets', async ({ tab }) => {
  const forbid = (): void => {
    const insecure = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(globalThis, name, { get: insecure });
    }
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: insecure });
  };
  for (const hash of [
    '#/',
    '#/lab?depth=3&width=8',
    '#/train?depth=2&width=8&steps=50',
    '#/notes',
    '#/lesson',
  ]) {
    await tab.open(hash, forbid);
    expect(await tab.problems()).toEqual([]);
  }
  await tab.press('l');
  await expect.poll(() => tab.evaluate(() => document.documentElement.dir)).toBe('rtl');
});

test('a private window whose storage is full from the first byte', async ({ tab }) => {
  await tab.open('#/lesson/zero?lang=en', () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await tab.press('l');
  await expect.poll(() => tab.evaluate(() => document.documentElement.dir)).toBe('rtl');
});

test('storage cleared while the page is open', async ({ tab }) => {
  await tab.open('#/lesson/zero?lang=en');
  await tab.evaluate(async () => {
    await navigator.serviceWorker.ready;
    localStorage.clear();
    sessionStorage.clear();
    for (const name of await caches.keys()) await caches.delete(name);
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  });
  await tab.click('[data-action="next"]');
  await tab.settled();
  await tab.press('l');
  await expect.poll(() => tab.evaluate(() => document.documentElement.dir)).toBe('rtl');
  await tab.evaluate(() => {
    location.hash = '#/train?lane=he_normal&depth=2&width=8&steps=50';
  });
  await expect.poll(() => tab.count('[data-playhead]')).toBe(1);
  await tab.settled();
});

const VIEWS = ['#/', '#/lab?depth=5', '#/lesson/zero', '#/train?depth=3&steps=50', '#/questions'];

async function expectWhole(tab: EnginePage): Promise<void> {
  for (const hash of VIEWS) {
    for (const lang of ['en', 'fa']) {
      await tab.open(`${hash}${hash.includes('?') ? '&' : '?'}lang=${lang}`);
      await expect.poll(tab.overhang, `${hash} ${lang}`).toBe(0);
      expect(await tab.evaluate(cutOff), `${hash} ${lang}`).toEqual([]);
      expect(await tab.problems()).toEqual([]);
    }
  }
}

test('the page at 200 %: nothing sticks out, no control is cut off', async ({ tab }) => {
  // A window of 1280 pixels then has 640 of CSS.
  await tab.setViewport({ width: 640, height: 400 });
  await expectWhole(tab);
  await tab.setViewport({ width: 1280, height: 800 });
});

test('letters twice as large, colours forced, motion reduced: nothing sticks out or is cut off', async ({
  engine,
  tabWith,
}) => {
  const tab = await tabWith({ largeText: true, forcedColors: true, reducedMotion: true });
  await tab.open('#/?lang=en');
  const shown = await tab.evaluate(() => ({
    letters: getComputedStyle(document.documentElement).fontSize,
    forced: matchMedia('(forced-colors: active)').matches,
    still: matchMedia('(prefers-reduced-motion: reduce)').matches,
  }));
  // WebKit has no forced colours; not every driver reaches the size of letters.
  const large = engine.name === 'chromium' || engine.found.by === 'marionette';
  expect(shown).toEqual({
    letters: large ? '34px' : '17px',
    forced: engine.name !== 'webkit',
    still: true,
  });
  await expectWhole(tab);
  await tab.open('#/lab?lang=en');
  expect(
    await tab.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    ),
  ).toBe(0);
});

/** Controls whose words do not fit into their boxes. */
function cutOff(): readonly string[] {
  return Array.from(document.querySelectorAll<HTMLElement>('button, label, summary, a'))
    .filter((each) => {
      const { overflowX, overflowY } = getComputedStyle(each);
      const hides = overflowX === 'hidden' || overflowY === 'hidden' || overflowX === 'clip';
      return (
        hides &&
        (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
      );
    })
    .map((each) => `${each.tagName} ${each.textContent}`);
}
