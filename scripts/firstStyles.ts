/**
 * Puts the style of the first words and the first picture, which src/main.ts imports, into the built page, so that they
 * wait for no other file.
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
      handler: (html, { bundle }) => {
        if (bundle === undefined) return html;
        return html.replaceAll(SHEET, (_, file: string) => {
          const sheet = bundle[file];
          if (sheet?.type !== 'asset') throw new Error(`no style sheet ${file}`);
          // Nothing else asks for this file.
          removeFile(bundle, file);
          const css = sheet.source.toString().trim().replaceAll('url(./', 'url(./assets/');
          return `\n    <style>${css}</style>`;
        });
      },
    },
  };
}
