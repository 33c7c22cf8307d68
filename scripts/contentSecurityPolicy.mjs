/**
 * The content security policy of the built page: scripts only from the site's files or with a hash listed
 * here, and no requests to other origins.
 */
import { createHash } from 'node:crypto';
import { changeBuiltPage } from './changeBuiltPage.mjs';
import { packScript } from './packedScript.mjs';

const SCRIPTS = /<script(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>/g;
const STYLES = /<style(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/style>/g;

/** `'sha256-…'` of every inline script or style; data blocks (`text/plain`) are not executed and need none. */
function hashes(html, inside) {
  const all = [...html.matchAll(inside)]
    .filter(({ groups }) => !/\ssrc=|text\/plain/.test(groups.attributes))
    .map(({ groups }) => `'sha256-${createHash('sha256').update(groups.code).digest('base64')}'`);
  return [...new Set(all)].join(' ');
}

/** The value of the policy. In the single-file build, fonts and fetched files are `data:` URLs. */
function policy(html, singleFile) {
  const inside = singleFile ? ' data:' : '';
  return Object.entries({
    'default-src': "'none'",
    'script-src': `'self' 'wasm-unsafe-eval' ${hashes(html, SCRIPTS)}`,
    // The single-file build has an inline style sheet.
    'style-src': singleFile ? "'unsafe-inline'" : `'self' ${hashes(html, STYLES)}`,
    'img-src': "'self' data: blob:",
    'font-src': `'self'${inside}`,
    'connect-src': `'self'${inside}`,
    // In a frame with an opaque origin, workers start from a blob (src/worker/startWorker.ts).
    'worker-src': singleFile ? 'blob: data:' : "'self' blob:",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** A Vite plugin, the last one to change the page; in the single-file build it also compresses the program. */
export const contentSecurityPolicy = ({ singleFile }) =>
  changeBuiltPage('content-security-policy', (source) => {
    const html = singleFile ? packScript(source) : source;
    const content = policy(source + html, singleFile);
    const meta = `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
    return html.replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${meta}`);
  });
