/**
 * Puts the style of the first words and the first picture into the built page, so that they wait for no other file,
 * and asks for the rest of the first style sheets only after them.
 */
import type { Plugin, Rolldown } from 'vite';

const SHEET = /\n? *<link rel="stylesheet"[^>]*href="\.\/(?<file>[^"]+)"[^>]*>/g;

/** Takes a file out of the bundle, and out of the import map that Vite puts into the page afterwards. */
function removeFile(bundle: Rolldown.OutputBundle, file: string): void {
  delete bundle[file];
  const map = bundle['importmap.json'];
  if (map?.type !== 'asset') return;
  const { imports }: { imports: Record<string, string> } = JSON.parse(map.source.toString());
  const others = Object.entries(imports).filter(([, to]) => !to.endsWith(`/${file}`));
  map.source = JSON.stringify({ imports: Object.fromEntries(others) });
}

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
        const page = html.replaceAll(SHEET, (link: string, file: string) => {
          const sheet = bundle[file];
          if (!own.has(file) || sheet?.type !== 'asset') {
            later.push(link);
            return '';
          }
          // Nothing else asks for this file.
          removeFile(bundle, file);
          const css = sheet.source.toString().trim().replaceAll('url(./', 'url(./assets/');
          return `\n    <style>${css}</style>`;
        });
        return page.replace(/\s*<\/body>/, (end) => later.join('') + end);
      },
    },
  };
}
