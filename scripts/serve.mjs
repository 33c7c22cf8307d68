/** The built site as an ordinary static host serves it: gzip, and long life for names with a hash. */
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
const PACKED = new Set(['.woff2', '.png']);

/** Resolves to the server's address, and the way to stop it. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const name = normalize(new URL(request.url, 'http://host').pathname);
    const file = join(folder, name === '/' ? 'index.html' : name);
    readFile(file).then(
      (body) => {
        const type = extname(file);
        const packed = PACKED.has(type);
        response.writeHead(200, {
          'content-type': TYPES[type] ?? 'text/plain',
          'cache-control': name.startsWith('/assets/')
            ? 'max-age=31536000, immutable'
            : 'max-age=600',
          ...(packed ? {} : { 'content-encoding': 'gzip' }),
        });
        response.end(packed ? body : gzipSync(body));
      },
      () => {
        response.writeHead(404);
        response.end();
      },
    );
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
