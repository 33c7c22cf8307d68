// oxlint-disable-next-line import/default -- the query makes it one
import address from './compute.worker.ts?worker&url';

/**
 * A new thread from its own file. In a frame without an origin (`sandbox="allow-scripts"`) no file may start one,
 * but what has been fetched may. Rejects where nothing may.
 */
export async function newComputeWorker(): Promise<Worker> {
  if (globalThis.origin !== 'null') return new Worker(address, { type: 'module' });
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const source = URL.createObjectURL(await response.blob());
  // Not as a module: those may not start from a blob there. The file imports nothing before it runs.
  const worker = new Worker(source);
  worker.addEventListener('message', () => URL.revokeObjectURL(source), { once: true });
  return worker;
}
