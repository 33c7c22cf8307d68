import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, createServer } from 'vite';
import { expect, onTestFinished, test } from 'vitest';

/** The development server as in a fresh clone, with nothing pre-bundled yet. */
async function freshServer() {
  const cacheDir = await mkdtemp(join(tmpdir(), 'init-lab-start-'));
  const printed: string[] = [];
  const keep = (message: string): void => void printed.push(message);
  const customLogger = { ...createLogger('info'), info: keep, warn: keep, error: keep };
  const server = await createServer({
    cacheDir,
    customLogger,
    clearScreen: false,
    server: { port: 0, hmr: false, watch: null },
  });
  onTestFinished(async () => {
    await server.close();
    await rm(cacheDir, { recursive: true, force: true });
  });
  await server.listen();
  return { server, printed };
}

test('npm start in a fresh clone finds every package of the page beforehand, and warns of nothing', async () => {
  const { server, printed } = await freshServer();
  const optimizer = server.environments.client.depsOptimizer;
  const packages = (): string[] => {
    const { optimized, discovered } = optimizer!.metadata;
    return Object.keys({ ...optimized, ...discovered }).sort();
  };
  await optimizer?.scanProcessing;
  const scanned = packages();
  expect(scanned).toEqual(expect.arrayContaining(['react', 'recharts', 'zustand', 'valibot']));
  const texts = (await readdir('src/lessons', { recursive: true })).filter((name) =>
    name.endsWith('en.mdx'),
  );
  expect(texts.length).toBeGreaterThan(0);
  const pages = [
    '/src/main.ts',
    '/src/app/App.tsx',
    ...texts.map((name) => `/src/lessons/${name}`),
  ];
  for (const page of pages) await server.environments.client.transformRequest(page);
  // A package discovered only now would be bundled late, and the page would reload.
  expect(packages()).toEqual(scanned);
  // Vite reports progress on a slow machine; any other output is a problem.
  expect(printed.filter((line) => !/(scanning|bundling) dependencies/.test(line))).toEqual([]);
});
