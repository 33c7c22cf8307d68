/**
 * Starts a thread from one of the page's own files. In a frame without an origin (`sandbox="allow-scripts"`) that is
 * not allowed, but a worker from a blob is, and may import the file. Rejects where that is not allowed either.
 */
export async function startWorker(address: string): Promise<Worker> {
  if (globalThis.origin !== 'null') return new Worker(address, { type: 'module' });
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
