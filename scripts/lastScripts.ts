/**
 * Puts the program of the built page, and the import map it needs, at the end of the body. Vite puts both into the head,
 * and Chromium reads a page with all scripts of its head as one task, but pauses after each script in the body.
 */
import type { Plugin } from 'vite';

const PROGRAM = /\s*<script type="(?:importmap|module)"[^>]*>[^<]*<\/script>/g;
const PLACE = '<!-- program -->';

export function lastScripts(): Plugin {
  return {
    name: 'last-scripts',
    apply: 'build',
    enforce: 'post',
    // The import map comes after all other changes of the page.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('no index.html to move the program in');
        const html = page.source.toString();
        const program = html.match(PROGRAM) ?? [];
        if (program.length !== 2 || !html.includes(PLACE)) {
          throw new Error(`${program.length} scripts to put where index.html has ${PLACE}`);
        }
        page.source = html.replaceAll(PROGRAM, '').replace(PLACE, () => program.join('').trim());
      },
    },
  };
}
