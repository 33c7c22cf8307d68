/**
 * Fonts with the letters the page has and no others: Vazirmatn reduced to the letters of the two languages,
 * KaTeX's faces with the marks of the lesson's formulas.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderToString } from 'katex';
import subsetFont from 'subset-font';

const root = fileURLToPath(new URL('..', import.meta.url));
const LESSONS = join(root, 'src/lessons');
const CACHE = join(root, 'node_modules/.cache/init-lab-fonts');
const FACES = join(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), '../fonts');

/** Faces no lesson uses; remarkLesson.ts refuses the commands that would need them. */
const UNUSED =
  /@font-face\{[^}]*KaTeX_(?:AMS|Fraktur|SansSerif|Script|Typewriter|Main-(?:Bold)?Italic|Math-BoldItalic|Caligraphic-Bold)[^}]*\}/g;
const OTHER_FORMATS = /,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g;

/** Everything a formula of the lesson prints. */
function marks() {
  const texts = readdirSync(LESSONS, { recursive: true })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => readFileSync(join(LESSONS, name), 'utf8'));
  const formulas = texts.flatMap((text) => [...text.matchAll(/\$\$([^$]+)\$\$|\$([^$]+)\$/g)]);
  const printed = formulas.map(([, block, inline]) =>
    renderToString(block ?? inline, {
      output: 'html',
      displayMode: block !== undefined,
    }).replaceAll(/<[^>]*>/g, ''),
  );
  return [...new Set(printed.join(''))].toSorted().join('');
}

/** The face with these marks alone, as a file of its own; returns its path. */
async function subset(name, text) {
  const file = join(CACHE, name);
  const font = readFileSync(join(FACES, name));
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, await subsetFont(font, text, { targetFormat: 'woff2' }));
  return file;
}

/** A Vite plugin. */
export function fewerFonts() {
  return {
    name: 'fewer-fonts',
    enforce: 'pre',
    async transform(code, id) {
      if (id.includes('vazirmatn') && id.endsWith('.css')) {
        return code.replaceAll(/@font-face\s*\{[^}]*latin-ext[^}]*\}/g, '');
      }
      if (!id.endsWith('katex.min.css')) return null;
      const css = code.replaceAll(OTHER_FORMATS, '').replaceAll(UNUSED, '');
      const names = [...css.matchAll(/url\(fonts\/([\w-]+\.woff2)\)/g)].map(([, name]) => name);
      const text = marks();
      const files = await Promise.all(names.map(async (name) => [name, await subset(name, text)]));
      return files.reduce((all, [name, file]) => all.replaceAll(`fonts/${name}`, file), css);
    },
  };
}
