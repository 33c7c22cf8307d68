/**
 * Puts the style of the first words and the first picture into the built page, so that they wait for no other file,
 * and asks for the rest of the first style sheets only after them.
 */
import type { Plugin } from 'vite';

const SHEET = /\n? *<link rel="stylesheet"[^>]*href="\.\/(?<file>[^"]+)"[^>]*>/g;
/** A pair of the import map whose file is a style sheet. */
const MAPPED = /"[^"]+":"(?<file>[^"]+\.css)",/g;

export function firstStyles(): Plugin {
  return {
    name: 'first-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle, chunk }) => {
        if (bundle === undefined || chunk === undefined) return html;
        // Those that main.tsx itself imports; the parts it imports have style sheets of their own.
        const own = chunk.viteMetadata?.importedCss ?? new Set();
        const later: string[] = [];
        const gone: string[] = [];
        const page = html.replaceAll(SHEET, (link: string, file: string) => {
          const sheet = bundle[file];
          if (!own.has(file) || sheet?.type !== 'asset') {
            later.push(link);
            return '';
          }
          // Nothing else asks for this file.
          delete bundle[file];
          gone.push(`./${file}`);
          const css = sheet.source.toString().trim().replaceAll('url(./', 'url(./assets/');
          return `\n    <style>${css}</style>`;
        });
        return page
          .replaceAll(MAPPED, (pair, file: string) => (gone.includes(file) ? '' : pair))
          .replace(/\s*<\/body>/, (end) => later.join('') + end);
      },
    },
  };
}
