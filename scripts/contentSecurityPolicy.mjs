/**
 * The built page allows itself what it is made of and nothing else: no script that is not in its own
 * files or hashed here, no request to another place.
 */
import { createHash } from 'node:crypto';
import { packScript } from './packedScript.mjs';

const SCRIPTS = /<script(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>/g;

/** `'sha256-…'` of every script that runs from inside the page; a block of data does not run. */
function hashes(html) {
  return [...html.matchAll(SCRIPTS)]
    .filter(({ groups }) => !/\ssrc=|text\/plain/.test(groups.attributes))
    .map(({ groups }) => `'sha256-${createHash('sha256').update(groups.code).digest('base64')}'`);
}

/** As a list of directives; in one file, everything is inside the page or made by it. */
function policy(html, singleFile) {
  const inside = singleFile ? ' data:' : '';
  return Object.entries({
    'default-src': "'none'",
    'script-src': `'self' 'wasm-unsafe-eval' ${[...new Set(hashes(html))].join(' ')}`,
    // In one file the style sheet stands in the page.
    'style-src': singleFile ? "'unsafe-inline'" : "'self'",
    'img-src': "'self' data: blob:",
    'font-src': `'self'${inside}`,
    'connect-src': `'self'${inside}`,
    // In a frame without an origin a thread starts from what was fetched (src/worker/newComputeWorker.ts).
    'worker-src': singleFile ? 'blob: data:' : "'self' blob:",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** A Vite plugin, the last one to touch the page; in one file it packs the program as well. */
export function contentSecurityPolicy({ singleFile }) {
  return {
    name: 'content-security-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('no index.html to put the policy into');
        const source = page.source.toString();
        const html = singleFile ? packScript(source) : source;
        const content = policy(source + html, singleFile);
        const meta = `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
        page.source = html.replace(
          '<meta charset="utf-8" />',
          (charset) => `${charset}\n    ${meta}`,
        );
      },
    },
  };
}
