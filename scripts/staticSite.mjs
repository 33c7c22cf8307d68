/** Serves the built site as a static host would; optionally with gzip and cache headers, or with CORS headers. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = new Set(['.woff2', '.png']);

function cacheHeaders(name) {
  const hashed = name.startsWith('assets/');
  return { 'cache-control': hashed ? 'max-age=31536000, immutable' : 'max-age=600' };
}

/** Serves `folder` on a free port. Files in `changed` replace those on disk; all others are read from `folder`. */
export async function serve(folder, { path = '/', cached = false, cors = false } = {}) {
  const changed = new Map();
  const fileName = (address) => {
    const { pathname } = new URL(address, 'http://host');
    if (!pathname.startsWith(path)) throw new Error(`${pathname} is outside ${path}`);
    const name = normalize(pathname.slice(path.length));
    if (name.startsWith('..')) throw new Error(`${pathname} is outside the folder`);
    return name === '.' || name.endsWith('/') ? 'index.html' : name;
  };
  const server = createServer(async (request, response) => {
    try {
      const name = fileName(request.url);
      const body = changed.get(name) ?? (await readFile(join(folder, name)));
      const gzip = cached && !COMPRESSED.has(extname(name));
      response.writeHead(200, {
        'content-type': TYPES[extname(name)] ?? 'text/plain',
        ...(cached ? cacheHeaders(name) : {}),
        ...(cors ? { 'access-control-allow-origin': '*' } : {}),
        ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      });
      response.end(gzip ? gzipSync(body) : body);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${server.address().port}${path}`,
    changed,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
