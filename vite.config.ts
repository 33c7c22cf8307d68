import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { VitePWA } from 'vite-plugin-pwa';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig } from 'vitest/config';
import type { ChunkGroup } from './scripts/chunkGroups.ts';
import { checkChunkGroups, codeSplittingGroups } from './scripts/chunkGroups.ts';
import { contentSecurityPolicy } from './scripts/contentSecurityPolicy.mjs';
import { fewerFonts } from './scripts/fewerFonts.mjs';
import { drawFirstPicture } from './scripts/firstPicture.ts';
import { earlyThread } from './scripts/earlyThread.ts';
import { requestFirst } from './scripts/firstFiles.ts';
import { firstStyles } from './scripts/firstStyles.ts';
import { lastScripts } from './scripts/lastScripts.ts';
import { emitLearningPages } from './scripts/learningPages.ts';
import { tracelessReact } from './scripts/tracelessReact.ts';
import { rehypeTex } from './scripts/rehypeTex.ts';
import { remarkLesson } from './scripts/remarkLesson.ts';

const lessons = mdx({
  remarkPlugins: [remarkMath, remarkLesson],
  rehypePlugins: [[rehypeKatex, { throwOnError: true, strict: 'error' }], rehypeTex],
});

// The first matching group wins. React comes first; otherwise Recharts would pull it into the lazy chunk.
const groups: readonly ChunkGroup[] = [
  {
    name: 'react',
    modules: [/node_modules\/(react|react-dom|scheduler)\//, /vite\/preload-helper/],
  },
  {
    name: 'recharts',
    modules: [
      /node_modules\/(recharts|victory-vendor|react-is|d3-|@reduxjs|redux|react-redux|reselect|immer|es-toolkit|decimal|eventemitter3|internmap)/,
    ],
  },
  // Everything that the first page needs, in one file instead of one per part shared with a later view.
  { name: 'app', modules: [/src\/app\/begin\.tsx$/] },
  { name: 'compute', modules: [/src\/store\/start\.ts$/] },
  // What both the lesson and the lab need at first, without charts; separate files would mean more requests.
  {
    name: 'ui',
    modules: [
      /src\/ui\/[A-Z]/,
      /node_modules\/lucide-react\//,
      /src\/panels\/controls\/Controls\.tsx$/,
      /src\/panels\/controls\/ShapeControls\.tsx$/,
      /src\/panels\/details\/OpenedLayer\.tsx$/,
      /src\/panels\/files\/FigureMenu\.tsx$/,
      /src\/panels\/lanes\/laneNames\.ts$/,
      /src\/panels\/lanes\/useLaneLook\.ts$/,
      // Small parts that instruments of the lesson share with the lanes, which most steps do not show.
      /src\/ui\/arrowStep\.ts$/,
      /src\/charts\/frame\/chartContext\.ts$/,
      /src\/charts\/geometry\/(?:histogramPath|margin|ticks)\.ts$/,
      /src\/store\/late\/\w+\.ts$/,
      /src\/panels\/files\/use(?:Figure|Layer)Numbers\.tsx?$/,
      /src\/panels\/files\/spreadColumns\.ts$/,
      /src\/panels\/lanes\/useLayerFocus\.ts$/,
      /src\/charts\/frame\/FigureFrame\./,
      /src\/charts\/frame\/PrintedNumber\./,
      /src\/charts\/frame\/useChartSize\./,
    ],
  },
  // The picture of the start page, also the first one of the lab.
  {
    name: 'lanes',
    modules: [/src\/panels\/lanes\/LanesPanel\.tsx$/, /src\/panels\/controls\/RunLine\.tsx$/],
  },
  // A step that shows a small net draws its weights, but needs nothing else from the lab.
  { name: 'weights', modules: [/src\/engine\/lecture\/netCorner\.ts$/] },
  // Used by the lab and the lesson; without these groups the lab would load the lesson, or dozens of small files.
  { name: 'theory', modules: [/src\/engine\/theory\//, /src\/engine\/math\/shareOutside\.ts$/] },
  { name: 'geometry', modules: [/src\/charts\/geometry\//, /src\/charts\/types\.ts$/] },
  {
    name: 'frames',
    modules: [
      // Not those that import Recharts, which comes later.
      /src\/charts\/frame\/(?!RechartsFrame|FocusReporter)/,
      /src\/charts\/byLayer\/Spread/,
      /src\/panels\/lanes\/LaneTag\.tsx$/,
      /src\/panels\/lanes\/useLane\w+\.ts$/,
    ],
  },
  { name: 'charts', modules: [/src\/app\/views\/LabCharts\.tsx$/] },
  { name: 'lesson', modules: [/src\/app\/views\/Lesson\.tsx$/] },
  { name: 'lab', modules: [/src\/app\/views\/Lab\.tsx$/] },
  { name: 'race', modules: [/src\/app\/views\/Race\.tsx$/] },
];

const manifest = {
  id: './',
  name: 'Init Lab',
  short_name: 'Init Lab',
  description: 'The numbers a neural network starts from decide whether it can learn.',
  start_url: './',
  scope: './',
  display: 'standalone' as const,
  background_color: '#ffffff',
  theme_color: '#ffffff',
  categories: ['education', 'science'],
  icons: [
    { src: './icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: './icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: './icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: './icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Inlines the icon in the single-file build. */
const iconInside = {
  name: 'icon-inside',
  transformIndexHtml: (html: string) => {
    const icon = readFileSync(path('public/icon.svg')).toString('base64');
    return html.replace('./icon.svg', `data:image/svg+xml;base64,${icon}`);
  },
};

export default defineConfig(({ mode }) => {
  /** Whether to build one HTML file that opens from disk: `vite build --mode single`. */
  const single = mode === 'single';
  return {
    // Relative addresses, so that the built site works under any sub-path.
    base: './',
    plugins: [
      { enforce: 'pre' as const, ...lessons },
      fewerFonts(),
      tracelessReact(),
      react({ include: /\.(?:mdx|tsx?)$/ }),
      VitePWA({
        disable: single || mode === 'test',
        registerType: 'prompt',
        // src/app/shell/offline.ts registers it when the page is idle.
        injectRegister: null,
        manifest,
        workbox: {
          globPatterns: ['**/*.{html,js,css,wasm,woff2,svg,png}'],
          // Pages and images for search engines and link previews are not part of the app.
          globIgnores: ['en/**', 'fa/**', 'preview.png'],
          navigateFallbackDenylist: [/\/(?:en|fa)\//, /\.(?:xml|txt|html)$/],
          // Files with a hash in their name never change.
          dontCacheBustURLsMatching: /^assets\//,
          cleanupOutdatedCaches: true,
          navigateFallback: 'index.html',
          inlineWorkboxRuntime: true,
        },
      }),
      ...(single
        ? [iconInside, viteSingleFile()]
        : [
            checkChunkGroups(groups),
            drawFirstPicture(),
            requestFirst(),
            earlyThread(),
            firstStyles(),
            emitLearningPages(),
            lastScripts(),
          ]),
      contentSecurityPolicy({ singleFile: single }),
    ],
    resolve: {
      // A page opened from disk cannot load workers or fetch files, so both are inlined.
      alias: single
        ? [
            {
              find: /^.*\/newComputeWorker\.ts$/,
              replacement: path('src/worker/inlineComputeWorker.ts'),
            },
            {
              find: /^.*\/newWeightsWorker\.ts$/,
              replacement: path('src/worker/weights/inlineWeightsWorker.ts'),
            },
            {
              find: /^.*\/newTargetsWorker\.ts$/,
              replacement: path('src/worker/targets/inlineTargetsWorker.ts'),
            },
            {
              find: /^.*\/newMapWorker\.ts$/,
              replacement: path('src/worker/map/inlineMapWorker.ts'),
            },
          ]
        : [],
    },
    worker: { format: single ? ('iife' as const) : ('es' as const) },
    build: {
      target: 'es2022',
      outDir: single ? 'dist-single' : 'dist',
      assetsInlineLimit: single ? 100_000_000 : 0,
      // Browsers without modulepreload load the same files slightly later. Those of the page itself are requested by the
      // script of firstFiles.ts.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? [] : files),
      },
      // Files import one another by names that do not depend on their content, and the page's import map has the
      // names that do; otherwise one changed text would rename half of the files an update has to fetch.
      chunkImportMap: !single,
      chunkSizeWarningLimit: single ? 3000 : 600,
      ...(single ? { copyPublicDir: false } : {}),
      rolldownOptions: {
        output: { codeSplitting: single ? false : { groups: codeSplittingGroups(groups) } },
      },
    },
    // Not every page below the root: the one in bench imports packages installed only there.
    optimizeDeps: { entries: ['index.html', 'src/*/gallery/index.html'] },
    server: { port: 5173 },
    preview: { port: 4173 },
    test: {
      include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
      environment: 'node' as const,
      testTimeout: 60_000,
      // Test files share a process and its modules; starting one per file took as long as the tests.
      // A file that mocks a module must restore it (src/panels/lanes/oneRow.test.tsx).
      isolate: false,
      maxWorkers: availableParallelism(),
      // Node 20 needs a flag for relaxed SIMD; later versions do not.
      execArgv: process.versions.node.startsWith('20.') ? ['--experimental-wasm-relaxed-simd'] : [],
    },
  };
});
