/**
 * Plain HTML pages beside the app, one per chapter and question in each language, for search engines and link
 * previews. Each links to its place in the app. Also writes their sitemap.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { answersEn } from '../src/i18n/answers/en.ts';
import { answersFa } from '../src/i18n/answers/fa.ts';
import { en } from '../src/i18n/page/en.ts';
import { lessonEn } from '../src/i18n/lesson/en.ts';
import { lessonFa } from '../src/i18n/lesson/fa.ts';
import { ANSWER_ROWS } from '../src/lessons/answers/answerTable.ts';
import { CHAPTER_IDS } from '../src/lessons/schema.ts';
import type { PreviewFigure } from './previews/previewFigure.ts';
import { createPainter } from './previews/previewPng.ts';
import { PREVIEW_SIZE, previewSvg } from './previews/previewSvg.ts';

const LANGUAGES = ['en', 'fa'] as const;
type Language = (typeof LANGUAGES)[number];

const ANSWERS = { en: answersEn, fa: answersFa } as const;
const CHAPTERS = { en: lessonEn.chapters, fa: lessonFa.chapters } as const;
const WORDS = {
  en: {
    live: 'Run the experiment',
    all: 'All pages',
    steps: 'Steps',
    chapter: 'Chapter',
    question: 'Question',
    axes: { lab: 'size of the activations, layer by layer', race: 'loss while training' },
  },
  fa: {
    live: 'اجرای آزمایش',
    all: 'همهٔ صفحه‌ها',
    steps: 'گام‌ها',
    chapter: 'فصل',
    question: 'پرسش',
    axes: { lab: 'اندازهٔ فعال‌سازی‌ها، لایه به لایه', race: 'زیان هنگام آموزش' },
  },
} as const;

/** The site's address, unless the environment variable SITE_URL sets it. */
const LOCAL = 'http://localhost:4173/';
/** The preview image of the start page; every other page has its own. */
const IMAGE = 'preview.png';

export interface LearningPage {
  readonly language: Language;
  /** Such as `en/questions/why-not-zero.html`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The page's place in the app. */
  readonly hash: string;
  readonly kind: 'question' | 'chapter';
  /** The steps of a chapter, each with its place in the app. */
  readonly parts: readonly { readonly name: string; readonly hash: string }[];
}

const plain = (text: string): string => text.replaceAll('`', '').replaceAll(/[\u2066-\u2069]/g, '');
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Cuts `text` at a word to about `most` characters, the length shown in a list of search results. */
function shortened(text: string, most = 160): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/\s+\S*$/, '')} …`;
}

/** The steps of a chapter, from the headings of its text. */
function partsOf(language: Language, chapter: string, index: number): LearningPage['parts'] {
  const file = new URL(`../src/lessons/${index + 1}-${chapter}/${language}.mdx`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/<Step id="([\w-]+)">\s*\n# (.+)\n/g)].map(
    ([, step = '', name = '']) => ({
      name: plain(name.replaceAll('$', '').replaceAll('&#x2066;', '').replaceAll('&#x2069;', '')),
      hash: `#/lesson/${chapter}/${step}?lang=${language}`,
    }),
  );
}

const chapterPage = (language: Language, index: number): LearningPage => {
  const id = CHAPTER_IDS[index] ?? 'start';
  const parts = partsOf(language, id, index);
  return {
    language,
    path: `${language}/lesson/${id}.html`,
    title: CHAPTERS[language][id],
    description: shortened(parts.map(({ name }) => name).join(' · ')),
    hash: `#/lesson/${id}?lang=${language}`,
    kind: 'chapter',
    parts,
  };
};

const questionPage = (language: Language, id: string): LearningPage => {
  const { ask = id, answer = '' } = ANSWERS[language].entries[id] ?? {};
  return {
    language,
    path: `${language}/questions/${id}.html`,
    title: plain(ask),
    description: plain(answer),
    hash: `#/questions/${id}?lang=${language}`,
    kind: 'question',
    parts: [],
  };
};

export const learningPages = (): readonly LearningPage[] =>
  LANGUAGES.flatMap((language) => [
    ...CHAPTER_IDS.map((_, index) => chapterPage(language, index)),
    ...ANSWER_ROWS.map(({ id }) => questionPage(language, id)),
  ]);

/** The path of the preview image, such as `en/questions/why-not-zero.png`. */
export const imagePath = ({ path }: LearningPage): string => path.replace(/\.html$/, '.png');

/** The name of a page without its language, such as `questions/why-not-zero`. */
const nameOf = ({ path }: LearningPage): string => path.replace(/^\w+\/|\.html$/g, '');

const FIGURES: Readonly<Record<string, PreviewFigure>> = JSON.parse(
  readFileSync(new URL('data/previewFigures.json', import.meta.url), 'utf8'),
);

/** The image that a forum or a messenger shows for a link to the page. */
export const imageSvg = (page: LearningPage): string => {
  const { language, kind, title, description } = page;
  const words = WORDS[language];
  return previewSvg(
    { language, kicker: words[kind], title, text: description, axes: words.axes },
    FIGURES[nameOf(page)] ?? null,
  );
};

/** The path of the same page in `language`. */
const inLanguage = ({ path }: LearningPage, language: Language): string =>
  path.replace(/^\w+/, language);

const STYLE =
  'body{max-inline-size:40rem;margin:2rem auto;padding-inline:1rem;font:1.1rem/1.7 system-ui,sans-serif;color:#1c2430;background:#fff}a{color:inherit}.live{display:inline-block;padding:.6rem 1.2rem;border:1px solid;border-radius:6px;font-weight:600}';

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** The page's JSON-LD: a LearningResource of schema.org. */
function structuredData(page: LearningPage, base: string): string {
  const { language, kind, title, description, path } = page;
  const resource = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: title,
    description: shortened(description),
    inLanguage: language,
    url: base + path,
    image: base + imagePath(page),
    isAccessibleForFree: true,
    educationalLevel: 'beginner',
    learningResourceType: kind === 'chapter' ? 'interactive lesson' : 'question and answer',
    about: { '@type': 'Thing', name: 'Weight initialization of neural networks' },
    isPartOf: { '@type': 'WebApplication', name: 'Init Lab', url: base },
    ...(kind === 'question'
      ? {
          mainEntity: {
            '@type': 'Question',
            name: title,
            acceptedAnswer: { '@type': 'Answer', text: description },
          },
        }
      : {}),
  };
  // The text must not contain `</script`, which would end the element.
  return JSON.stringify(resource).replaceAll('<', '\\u003c');
}

/** The page's HTML; it runs no script and loads nothing from other sites. */
export function pageHtml(page: LearningPage, base: string): string {
  const { language, title, description, hash, kind, parts, path } = page;
  const words = WORDS[language];
  const app = `../../${hash}`;
  const other = language === 'en' ? 'fa' : 'en';
  const dir = language === 'fa' ? 'rtl' : 'ltr';
  const meta = (name: string, content: string, key = 'property'): string =>
    `<meta ${key}="${name}" content="${escaped(content)}" />`;
  const heading = kind === 'chapter' ? `${words.chapter}: ${title}` : title;
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; form-action 'none'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escaped(heading)} · Init Lab</title>
${meta('description', shortened(description), 'name')}
${meta('og:type', 'article')}
${meta('og:site_name', 'Init Lab')}
${meta('og:title', heading)}
${meta('og:description', shortened(description))}
${meta('og:url', base + path)}
${meta('og:image', base + imagePath(page))}
${meta('og:image:width', String(PREVIEW_SIZE.width))}
${meta('og:image:height', String(PREVIEW_SIZE.height))}
${meta('og:image:alt', heading)}
${meta('og:locale', language === 'fa' ? 'fa_IR' : 'en_US')}
${meta('twitter:card', 'summary_large_image', 'name')}
<link rel="canonical" href="${base}${path}" />
<link rel="alternate" hreflang="${language}" href="${base}${path}" />
<link rel="alternate" hreflang="${other}" href="${base}${inLanguage(page, other)}" />
<link rel="icon" href="../../icon.svg" type="image/svg+xml" />
<style>${STYLE}</style>
<script type="application/ld+json">${structuredData(page, base)}</script>
</head>
<body>
<p><a href="../../#/?lang=${language}">Init Lab</a> · <a href="../../${inLanguage(page, other)}" lang="${other}">${other === 'fa' ? 'فارسی' : 'English'}</a></p>
<main>
<h1>${escaped(heading)}</h1>
${kind === 'question' ? `<p>${escaped(description)}</p>` : ''}
<p><a class="live" href="${app}">${words.live}</a></p>
${
  parts.length === 0
    ? ''
    : `<h2>${words.steps}</h2>\n<ol>\n${parts.map(({ name, hash: place }) => `<li><a href="../../${place}">${escaped(name)}</a></li>`).join('\n')}\n</ol>`
}
</main>
<p><a href="../index.html">${words.all}</a></p>
</body>
</html>
`;
}

/** A page that links to all pages of one language, for visitors without JavaScript. */
export function indexHtml(language: Language, pages: readonly LearningPage[]): string {
  const dir = language === 'fa' ? 'rtl' : 'ltr';
  const items = pages
    .filter((page) => page.language === language)
    .map(({ path, title }) => `<li><a href="../${path}">${escaped(title)}</a></li>`);
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Init Lab · ${WORDS[language].all}</title>
<style>${STYLE}</style>
</head>
<body>
<h1><a href="../#/?lang=${language}">Init Lab</a></h1>
<ul>
${items.join('\n')}
</ul>
</body>
</html>
`;
}

export const sitemapXml = (pages: readonly LearningPage[], base: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    `<url><loc>${base}</loc></url>`,
    ...pages.map((page) => {
      const alternates = LANGUAGES.map(
        (language) =>
          `<xhtml:link rel="alternate" hreflang="${language}" href="${base}${inLanguage(page, language)}"/>`,
      );
      return `<url><loc>${base}${page.path}</loc>${alternates.join('')}</url>`;
    }),
    '</urlset>',
    '',
  ].join('\n');

/** Open Graph tags of the app's page, for link previews; its title and description are in index.html. */
const startTags = (base: string): HtmlTagDescriptor[] =>
  [
    ['og:type', 'website'],
    ['og:site_name', 'Init Lab'],
    ['og:title', 'Init Lab'],
    ['og:description', en.meta.description],
    ['og:url', base],
    ['og:image', base + IMAGE],
    ['og:image:width', String(PREVIEW_SIZE.width)],
    ['og:image:height', String(PREVIEW_SIZE.height)],
    ['twitter:card', 'summary_large_image'],
  ].map(([property, content]) => ({
    tag: 'meta',
    attrs: { property, content },
    injectTo: 'head',
  }));

/** A Vite plugin that adds the pages, their images, the sitemap and robots.txt to the build. */
export function emitLearningPages(): Plugin {
  const base = (process.env['SITE_URL'] ?? LOCAL).replace(/\/*$/, '/');
  return {
    name: 'learning-pages',
    apply: 'build',
    transformIndexHtml: () => startTags(base),
    async generateBundle() {
      const pages = learningPages();
      const emit = (fileName: string, source: string | Uint8Array): void => {
        this.emitFile({ type: 'asset', fileName, source });
      };
      const paint = await createPainter();
      for (const page of pages) {
        emit(page.path, pageHtml(page, base));
        emit(imagePath(page), paint(imageSvg(page)));
      }
      for (const language of LANGUAGES) emit(`${language}/index.html`, indexHtml(language, pages));
      emit('sitemap.xml', sitemapXml(pages, base));
      emit('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${base}sitemap.xml\n`);
    },
  };
}
