/** The built site on the plainest of hosts, under any path, without special headers. */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticSite {
  readonly address: string;
  /** What is served instead of a file, by its name. */
  readonly changed: Map<string, string>;
  readonly close: () => Promise<void>;
}

export async function serve(folder: string, path: string): Promise<StaticSite> {
  const changed = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const answer = async (): Promise<void> => {
      if (!pathname.startsWith(path)) throw new Error('outside');
      const name = normalize(pathname.slice(path.length)) || 'index.html';
      const asked = name === '.' || name.endsWith('/') ? 'index.html' : name;
      const file = join(folder, asked);
      if (asked.startsWith('..') || !(await stat(file)).isFile()) throw new Error('no file');
      const body = changed.get(asked) ?? (await readFile(file));
      response.writeHead(200, { 'content-type': TYPES[extname(asked)] ?? 'text/plain' });
      response.end(body);
    };
    answer().catch(() => {
      response.writeHead(404);
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}${path}`,
    changed,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
