/**
 * Serves the galleries, which show every chart and every control in every state: node scripts/gallery.mjs
 * [--root folder] [--port 5173]. `root` may be another checkout; it may use the packages of this one.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const here = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: here },
    port: { type: 'string' },
  },
});

process.chdir(values.root);
const server = await createServer({
  root: values.root,
  logLevel: 'warn',
  server: {
    ...(values.port === undefined ? {} : { port: Number(values.port), strictPort: true }),
    fs: { allow: [here, values.root] },
  },
});
await server.listen();
const [address] = server.resolvedUrls.local;
console.log(`
  Charts    ${address}src/charts/gallery/index.html
  Controls  ${address}src/ui/gallery/index.html

  Behind an address: ?theme=dark, ?lang=fa, and for the charts ?section=spread
`);
