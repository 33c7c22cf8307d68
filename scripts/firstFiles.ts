/**
 * A script in the built page that requests the files of the first view together with the first scripts. Without it
 * they would be requested only when those have arrived and run: two or three round trips later.
 */
import type { Plugin, Rolldown } from 'vite';
import { RELAXED } from '../src/kernels/features.ts';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** A page whose first script runs this soon after the request, in ms, has come over a fast network. */
const SOON_MS = 200;
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
/** What the page's first script (src/main.ts) begins. */
const PROGRAM = 'src/app/begin.tsx';
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
  /** Of the program itself. */
  readonly program: readonly string[];
  readonly thread: ThreadFiles;
  /** For every visit, by language. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly views: Readonly<Record<string, readonly string[]>>;
  /** By chapter and language, such as `zero/fa`; `/fa` is the first chapter's, for an address without one. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

/**
 * Requests the fonts of the first words; runs in the head of the page, after the script of index.html that has set the
 * language. On a slow network words are drawn without their fonts until all scripts have come (theme/first.css).
 */
function requestFirstFonts(fonts: FirstFonts, soon: number): void {
  const page = document.documentElement;
  if (performance.now() > soon) {
    page.dataset['slow'] = '';
    return;
  }
  for (const name of fonts[page.lang] ?? []) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'font';
    link.crossOrigin = '';
    link.href = `./assets/${name}`;
    document.head.append(link);
  }
}

/**
 * Requests the files of `json`, a FirstFiles; runs at the end of the page. All wait for tasks of their own, reading the
 * list as well: a slow device needs a millisecond or two for each request.
 */
function requestFirstFiles(json: string): void {
  const { dataset, lang } = document.documentElement;
  const request = (name: string): void => {
    const link = document.createElement('link');
    const isStyle = name.endsWith('.css');
    link.rel = isStyle ? 'preload' : 'modulepreload';
    if (isStyle) link.as = 'style';
    // As the bundler's own requests, so that the browser sees that they are the same.
    link.crossOrigin = '';
    link.href = `./assets/${name}`;
    document.head.append(link);
  };
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
    const letFontsCome = (): void => {
      delete dataset['slow'];
    };
    program.forEach(request);
    for (const names of [views[view || 'start'], words[lang], text])
      setTimeout(() => names?.forEach(request));
    if (!('slow' in dataset)) return;
    setTimeout(() => {
      const scripts = document.querySelectorAll('link[rel="modulepreload"]');
      let coming = scripts.length;
      for (const script of scripts) {
        script.addEventListener('load', () => {
          coming -= 1;
          if (coming === 1) requestThread();
          if (coming === 0) letFontsCome();
        });
      }
      // In case one of them fails, or has come before this.
      addEventListener('load', letFontsCome);
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
    const found =
      chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${path}`)) ??
      chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${path}`)));
    if (found === undefined) throw new Error(`no chunk starts at ${path}`);
    return found;
  };
  const page = chunkOf('index.html');
  const entry = new Set([
    ...closure(bundle, page, new Set()),
    ...closure(bundle, chunkOf(PROGRAM), new Set()),
  ]);
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
      .filter((name) => name !== page.fileName && page.viteMetadata?.importedCss.has(name) !== true)
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

/** Fonts hold the first picture back only when they are asked for in the head. */
export function requestFirst(): Plugin {
  return {
    name: 'first-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        if (bundle === undefined) return html;
        const fonts = JSON.stringify(firstFonts(bundle));
        const files = JSON.stringify(JSON.stringify(firstFiles(bundle)));
        return html
          .replace(
            /\s*<\/head>/,
            (end) =>
              `\n    <script>(${requestFirstFonts.toString()})(${fonts}, ${SOON_MS})</script>${end}`,
          )
          .replace(
            /\s*<\/body>/,
            (end) => `\n    <script>(${requestFirstFiles.toString()})(${files})</script>${end}`,
          );
      },
    },
  };
}
