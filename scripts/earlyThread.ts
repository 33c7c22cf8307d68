/**
 * A script in the built page that starts the first compute thread as soon as the first words are painted, mostly before
 * the program has come. The thread loads its kernels and warms up while the page's own thread reads scripts and draws,
 * so that the first run is as fast as later ones. The program takes it over (src/worker/earlyThread.ts); where there is
 * none, it starts its threads itself.
 */
import type { Plugin } from 'vite';

const THREAD = /^assets\/(compute\.worker-.*\.js)$/;

/** Runs in the page. Whoever is first starts the thread: the first paint, which nothing may delay, or the program. */
function offerEarlyThread(file: string): void {
  // Not on a slow network, where the page's words wait for the scripts, which must come first; not in a frame without
  // an origin, where threads start from a blob; nor without WebAssembly, since the reference kernels need no warming up.
  const isSlow = 'slow' in document.documentElement.dataset;
  if (isSlow || globalThis.origin === 'null' || typeof WebAssembly !== 'object') return;
  const begin = (): { readonly worker: Worker; readonly kernels: Promise<unknown> } | null => {
    try {
      const worker = new Worker(`./assets/${file}`, { type: 'module' });
      const kernels = new Promise((resolve) => {
        const hear = ({ data }: MessageEvent<readonly { type: string }[]>): void => {
          const found = data.find(({ type }) => type === 'kernels');
          if (found === undefined) return;
          worker.removeEventListener('message', hear);
          resolve(found);
        };
        worker.addEventListener('message', hear);
        worker.addEventListener('error', () => {
          Reflect.deleteProperty(globalThis, 'earlyThread');
          resolve(null);
        });
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
      worker.postMessage({ type: 'load' });
      return { worker, kernels };
    } catch {
      // The program tries again, and says so if no thread may start.
      return null;
    }
  };
  let thread: ReturnType<typeof begin> | undefined;
  const start = (): ReturnType<typeof begin> =>
    thread === undefined ? (thread = begin()) : thread;
  Reflect.set(globalThis, 'earlyThread', { start });
  new PerformanceObserver(start).observe({ type: 'paint', buffered: true });
}

/** The script stands after the one that requests the first files, whose place in the queue comes before the thread's. */
export function earlyThread(): Plugin {
  return {
    name: 'early-thread',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        if (bundle === undefined) return html;
        const files = Object.keys(bundle).flatMap((name) => THREAD.exec(name)?.[1] ?? []);
        const [file] = files;
        if (file === undefined) throw new Error('no compute thread among the files');
        const code = `(${offerEarlyThread.toString()})(${JSON.stringify(file)})`;
        return html.replace(/\s*<\/body>/, (end) => `\n    <script>${code}</script>${end}`);
      },
    },
  };
}
