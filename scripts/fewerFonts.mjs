/**
 * Subsets the fonts to the characters that the page uses: Vazirmatn to the letters of the two languages and the
 * page's range of weights, KaTeX's faces to the symbols in the lesson's formulas.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderToString } from 'katex';
import subsetFont from 'subset-font';

const root = fileURLToPath(new URL('..', import.meta.url));
const LESSONS = join(root, 'src/lessons');
const CACHE = join(root, 'node_modules/.cache/init-lab-fonts');
const { resolve } = createRequire(import.meta.url);
const KATEX = resolve('katex/dist/katex.min.css');
const FACES = join(KATEX, '../fonts');
const VAZIRMATN = join(resolve('@fontsource-variable/vazirmatn/wght.css'), '..');

/** The letters of Persian, and those of Arabic that a typed name may contain. */
export const PERSIAN =
  'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگۀۂیےەـًٌٍَُِّْٰٓٔٱ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩،؛؟٪٫٬۔«»‌‍‎‏';
/** The smallest and the largest weight in the style sheets (`--weight…` in tokens.css). */
const WEIGHTS = { min: 400, max: 700 };

/** Faces that no lesson uses; remarkLesson.ts rejects the commands that need them. */
const UNUSED =
  /@font-face\{[^}]*KaTeX_(?:AMS|Fraktur|SansSerif|Script|Typewriter|Main-(?:Bold)?Italic|Math-BoldItalic|Caligraphic-Bold)[^}]*\}/g;
const FACE = /@font-face\s*\{[^}]*\}/g;
const OTHER_FORMATS = /,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g;

/** All characters that KaTeX prints for the lesson's formulas. */
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

/** Writes a WOFF2 file of the face with only the characters of `text`; returns its path. */
async function subset(path, text, axes) {
  const file = join(CACHE, basename(path));
  const font = await subsetFont(readFileSync(path), text, {
    targetFormat: 'woff2',
    ...(axes && { variationAxes: axes }),
  });
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, font);
  return file;
}

/** All characters of a `unicode-range` such as `U+0000-00FF,U+0131`. */
function charactersOf(range) {
  const codes = [...range.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].flatMap(
    ([, from, to = from]) => {
      const first = Number.parseInt(from, 16);
      return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, at) => first + at);
    },
  );
  return String.fromCodePoint(...codes);
}

/** Vazirmatn's style sheet, reduced to the subset faces of the two scripts and the page's weights. */
async function vazirmatn(css) {
  const faces = css.match(FACE).filter((face) => !face.includes('latin-ext'));
  const reduced = faces.map(async (face) => {
    const [, name] = /url\(\.\/(files\/[\w-]+\.woff2)\)/.exec(face);
    const [, range] = /unicode-range:([^;]*);/.exec(face);
    const text = name.includes('arabic') ? PERSIAN : charactersOf(range);
    const file = await subset(join(VAZIRMATN, name), text, { wght: WEIGHTS });
    return face
      .replace(`./${name}`, file)
      .replace(/font-weight:[^;]*;/, `font-weight: ${WEIGHTS.min} ${WEIGHTS.max};`);
  });
  return (await Promise.all(reduced)).join('\n');
}

/** KaTeX's faces, reduced to the marks of the lesson's formulas. */
async function katexFaces() {
  const css = readFileSync(KATEX, 'utf8').replaceAll(OTHER_FORMATS, '').replaceAll(UNUSED, '');
  const text = marks();
  const faces = css.match(FACE).map(async (face) => {
    const [, name] = /url\(fonts\/([\w-]+\.woff2)\)/.exec(face);
    return face.replace(`fonts/${name}`, await subset(join(FACES, name), text));
  });
  return (await Promise.all(faces)).join('\n');
}

/**
 * A Vite plugin that puts subsets of all fonts into the first style sheet. A sheet with a face that comes later, such as
 * KaTeX's, makes the browser lay out all of the page again, also a page without formulas.
 */
export function fewerFonts() {
  return {
    name: 'fewer-fonts',
    enforce: 'pre',
    async transform(code, id) {
      if (id.endsWith('katex.min.css')) return code.replaceAll(FACE, '');
      if (!id.includes('vazirmatn') || !id.endsWith('.css')) return null;
      const sheets = await Promise.all([vazirmatn(code), katexFaces()]);
      return sheets.join('\n');
    },
  };
}
