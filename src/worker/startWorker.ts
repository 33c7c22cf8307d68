/** Addresses from which this page has started a thread. */
const started = new Set<string>();

/** Whether a service worker answers this page's requests; where there is none, even asking may throw. */
function isServed(): boolean {
  try {
    return globalThis.navigator.serviceWorker.controller !== null;
  } catch {
    return false;
  }
}

/**
 * Whether a thread may come straight from its file. In a frame without an origin (`sandbox="allow-scripts"`) that is not
 * allowed. And of several workers of one address, WebKit (2.50) lets the service worker answer the first alone: off
 * line the others could load nothing more.
 */
function startsFromFile(address: string): boolean {
  if (globalThis.origin === 'null') return false;
  const isFirst = !started.has(address);
  started.add(address);
  return isFirst || !isServed();
}

/**
 * Starts a thread from one of the page's own files, or takes the one that has been started from it already, or starts
 * one from a blob that imports the file. Rejects where that is not allowed either.
 */
export async function startWorker(address: string, early: Worker | null = null): Promise<Worker> {
  if (startsFromFile(address)) return early ?? new Worker(address, { type: 'module' });
  const file = JSON.stringify(new URL(address, import.meta.url).href);
  const code = `import(${file}).then(() => postMessage(null), (e) => postMessage(String(e)))`;
  const source = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  // A classic worker, since module workers may not start from a blob there.
  const worker = new Worker(source);
  const problem = await new Promise<string | null>((resolve) => {
    const settle = { once: true } satisfies AddEventListenerOptions;
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<string | null>) => resolve(data),
      settle,
    );
    worker.addEventListener('error', ({ message }) => resolve(message), settle);
  });
  URL.revokeObjectURL(source);
  if (problem === null) return worker;
  worker.terminate();
  throw new Error(problem);
}
