/**
 * A script in the built page that requests the files of the first view together with the first scripts. Without it
 * they would be requested only when those have arrived and run: two or three round trips later.
 */
import type { Plugin, Rolldown } from 'vite';
import { RELAXED } from '../src/kernels/features.ts';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** A page whose first script runs this soon after the request, in ms, has come over a fast network. */
export const SOON_MS = 200;
const LANGUAGES = ['en', 'fa'] as const;
/** The views that visitors come to first, with their modules. */
const VIEWS = {
  start: ['src/app/views/Start.tsx', 'src/app/views/StartLanes.tsx'],
  lesson: ['src/app/views/Lesson.tsx', 'src/panels/files/FigureMenu.tsx'],
  lab: ['src/app/views/Lab.tsx'],
  train: ['src/app/views/Race.tsx'],
} as const;
/** The panel of the lesson's first step, which comes with the text of the first chapter. */
const FIRST_PANEL = 'src/panels/instruments/NetPanel.tsx';
const COMPUTING = 'src/store/start.ts';
/** Browsers hold the first picture back a moment for a font asked for this early; fallbacks for Persian differ most. */
const FONTS = { fa: /vazirmatn-arabic-wght/ } as const;

/** Of the first compute thread. `probe` is a module that is valid where the relaxed build is. */
interface ThreadFiles {
  readonly worker: string;
  readonly relaxed: string;
  readonly simd: string;
  readonly probe: readonly number[];
}

/** By language. */
type FirstFonts = Readonly<Record<string, readonly string[]>>;

interface FirstFiles {
  /** The scripts that the first one imports. */
  readonly program: readonly string[];
  readonly thread: ThreadFiles;
  /** For every visit, by language. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly views: Readonly<Record<string, readonly string[]>>;
  /** By chapter and language, such as `zero/fa`; `/fa` is the first chapter's, for an address without one. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

/**
 * Requests the fonts, and the files of `json`, a FirstFiles; runs in the page, where the first script of index.html has
 * set the language. All but the fonts of the first words wait for tasks of their own, reading the list as well: a slow
 * device needs a millisecond or two for each request, and the task that reads the page is long without them.
 */
function requestFirstFiles(fonts: FirstFonts, json: string, soon: number): void {
  const { style, lang } = document.documentElement;
  const isSlow = performance.now() > soon;
  const request = (name: string): void => {
    const link = document.createElement('link');
    const as = name.endsWith('.css') ? 'style' : name.endsWith('.woff2') ? 'font' : null;
    link.rel = as === null ? 'modulepreload' : 'preload';
    if (as !== null) link.as = as;
    // As the bundler's own requests, so that the browser sees that they are the same.
    link.crossOrigin = '';
    link.href = `./assets/${name}`;
    document.head.append(link);
  };
  const letters = [...(fonts[lang] ?? [])];
  const requestFonts = (): void => {
    style.removeProperty('--font');
    letters.splice(0).forEach(request);
  };
  // On a slow network words are drawn without their fonts until all scripts have come.
  if (isSlow) style.setProperty('--font', 'system-ui, sans-serif');
  else requestFonts();
  setTimeout(() => {
    const { program, thread, words, views, texts } = JSON.parse(json) as FirstFiles;
    const [, view = '', chapter = ''] = /^#?\/?([^/?]*)\/?([^/?]*)/.exec(location.hash) ?? [];
    const text = view === 'lesson' ? texts[`${chapter}/${lang}`] : undefined;
    // What a compute thread needs is asked for before the last script: until the program asks, the line would be idle.
    // It waits in the browser's cache.
    const requestThread = (): void => {
      if (typeof WebAssembly !== 'object') return;
      const hasRelaxed = WebAssembly.validate(Uint8Array.from(thread.probe));
      for (const name of [thread.worker, hasRelaxed ? thread.relaxed : thread.simd]) {
        fetch(`./assets/${name}`).catch(() => undefined);
      }
    };
    program.forEach(request);
    for (const names of [views[view || 'start'], words[lang], text])
      setTimeout(() => names?.forEach(request));
    if (!isSlow) return;
    setTimeout(() => {
      const scripts = document.querySelectorAll('link[rel="modulepreload"]');
      let coming = scripts.length;
      for (const script of scripts) {
        script.addEventListener('load', () => {
          coming -= 1;
          if (coming === 1) requestThread();
          if (coming === 0) requestFonts();
        });
      }
      // In case one of them fails, or has come before this.
      addEventListener('load', requestFonts);
    });
  });
}

/** The files of a chunk and of everything it imports, without those in `before`. */
function closure(bundle: Bundle, chunk: Chunk, before: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const add = (each: Chunk): void => {
    if (seen.has(each.fileName) || before.has(each.fileName)) return;
    seen.add(each.fileName);
    for (const css of each.viteMetadata?.importedCss ?? []) if (!before.has(css)) seen.add(css);
    for (const name of each.imports) {
      const next = bundle[name];
      if (next?.type === 'chunk') add(next);
    }
  };
  add(chunk);
  return seen;
}

/** The fonts that the first words of a language need. */
const firstFonts = (bundle: Bundle): FirstFonts =>
  Object.fromEntries(
    Object.entries(FONTS).map(([language, name]) => [
      language,
      Object.keys(bundle)
        .filter((file) => name.test(file))
        .map((file) => file.replace('assets/', '')),
    ]),
  );

/** Which files each first view needs beside the entry script. */
function firstFiles(bundle: Bundle): FirstFiles {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const chunkOf = (path: string): Chunk => {
    const found = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${path}`));
    if (found === undefined) throw new Error(`no chunk starts at ${path}`);
    return found;
  };
  const page = chunkOf('index.html');
  const entry = closure(bundle, page, new Set());
  const filesOf = (...paths: readonly string[]): readonly string[] => [
    ...new Set(
      paths.flatMap((path) =>
        [...closure(bundle, chunkOf(path), entry)].map((name) => name.replace('assets/', '')),
      ),
    ),
  ];
  const assetOf = (pattern: RegExp): string => {
    const found = Object.keys(bundle).find((file) => pattern.test(file));
    if (found === undefined) throw new Error(`no file matches ${pattern.source}`);
    return found.replace('assets/', '');
  };
  return {
    program: [...entry]
      .filter((name) => name !== page.fileName && name.endsWith('.js'))
      .map((name) => name.replace('assets/', '')),
    thread: {
      worker: assetOf(/compute\.worker-.*\.js$/),
      relaxed: assetOf(/kernels\.relaxed-.*\.wasm$/),
      simd: assetOf(/kernels\.simd-.*\.wasm$/),
      probe: [...RELAXED],
    },
    words: Object.fromEntries(
      LANGUAGES.map((language) => [language, filesOf(`src/i18n/page/${language}.ts`, COMPUTING)]),
    ),
    views: Object.fromEntries(
      Object.entries(VIEWS).map(([view, paths]) => [view, filesOf(...paths)]),
    ),
    texts: Object.fromEntries(
      chunks.flatMap(({ facadeModuleId }) => {
        const [, path, number, chapter, language] =
          /\/(src\/lessons\/(\d+)-(\w+)\/(\w+)\.mdx)$/.exec(facadeModuleId ?? '') ?? [];
        if (path === undefined) return [];
        const key = `${chapter}/${language}`;
        if (number !== '1') return [[key, filesOf(path)]];
        const first = filesOf(path, FIRST_PANEL);
        return [
          [key, first],
          [`/${language}`, first],
        ];
      }),
    ),
  };
}

/**
 * The script stands after the import map, which browsers ignore once a module has been requested, and before the style
 * sheets, for which it would wait.
 */
export function requestFirst(): Plugin {
  return {
    name: 'first-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        if (bundle === undefined) return html;
        const files = JSON.stringify(JSON.stringify(firstFiles(bundle)));
        const fonts = JSON.stringify(firstFonts(bundle));
        const code = `(${requestFirstFiles.toString()})(${fonts}, ${files}, ${SOON_MS})`;
        return html.replace(
          '<link rel="stylesheet"',
          (style) => `<script>${code}</script>\n    ${style}`,
        );
      },
    },
  };
}
