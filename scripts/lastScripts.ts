/**
 * Puts the program of the built page, and the import map it needs, at the end of the body. Vite puts both into the head,
 * and Chromium reads a page with all scripts of its head as one task, but pauses after each script in the body.
 */
import type { Plugin } from 'vite';
import { changeBuiltPage } from './changeBuiltPage.mjs';

const PROGRAM = /\s*<script type="(?:importmap|module)"[^>]*>[^<]*<\/script>/g;
const PLACE = '<!-- program -->';

export const lastScripts = (): Plugin =>
  changeBuiltPage('last-scripts', (html) => {
    const program = html.match(PROGRAM) ?? [];
    if (program.length !== 2 || !html.includes(PLACE)) {
      throw new Error(`${program.length} scripts to put where index.html has ${PLACE}`);
    }
    return html.replaceAll(PROGRAM, '').replace(PLACE, () => program.join('').trim());
  });
