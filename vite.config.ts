import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { defineConfig } from 'vitest/config';
import { remarkLesson } from './scripts/remarkLesson.ts';

const lessons = mdx({
  remarkPlugins: [remarkMath, remarkLesson],
  rehypePlugins: [[rehypeKatex, { throwOnError: true, strict: 'error' }]],
});

/** Every browser of today reads woff2; the other two formats would be two thirds of the site. */
const katexFonts = {
  name: 'katex-woff2',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | null {
    if (!id.endsWith('katex.min.css')) return null;
    return code.replaceAll(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, '');
  },
};

export default defineConfig({
  // Relative addresses, so that the built site works under any sub-path.
  base: './',
  plugins: [{ enforce: 'pre', ...lessons }, katexFonts, react({ include: /\.(?:mdx|tsx?)$/ })],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // React first, or the group below would take it along into the lazy chunk.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            {
              name: 'recharts',
              test: /node_modules\/(recharts|victory-vendor|react-is|d3-|@reduxjs|redux|react-redux|reselect|immer|es-toolkit|decimal|eventemitter3|internmap)/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
  preview: { port: 4173 },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    // Node 20 knows relaxed SIMD behind a flag; later ones without.
    execArgv: process.versions.node.startsWith('20.') ? ['--experimental-wasm-relaxed-simd'] : [],
  },
});
