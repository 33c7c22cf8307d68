import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export const buildSite = () => build({ root, logLevel: 'error' });

/** Builds the site and serves it at a port. */
export async function builtSite(port) {
  await buildSite();
  const server = await preview({ root, preview: { port }, logLevel: 'error' });
  return { address: `http://localhost:${port}/`, close: () => server.close() };
}
