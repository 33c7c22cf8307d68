import { beforeAll, expect, test } from 'vitest';
import { zeroRow } from '../src/charts/geometry/logRows.ts';
import { bandPlace, riverRows } from '../src/charts/river/riverGeometry.ts';
import { runLab } from '../src/engine/experiment/runLane.ts';
import { DEFAULT_LAB } from '../src/engine/lab/config.ts';
import { createReference } from '../src/kernels/reference.ts';
import { createKernels } from './kernels.mjs';
import { BAND_UNITS, firstPicture, LAYER_UNITS } from './firstPicture.ts';

let html = '';
beforeAll(() => {
  html = firstPicture(createReference());
});

/** The heights of a path's points, in units, and their layers. */
function points(path: string): readonly (readonly [layer: number, y: number])[] {
  let [x, y] = [0, 0];
  return Array.from(path.matchAll(/([Ml])(-?\d+) (-?\d+)/g), ([, kind, a, b]) => {
    x = Number(a) + (kind === 'l' ? x : 0);
    y = Number(b) + (kind === 'l' ? y : 0);
    return [x / LAYER_UNITS, y];
  });
}

test('the first picture shows what the page itself computes', async () => {
  const kernels = await createKernels('relaxed-simd');
  const runs = runLab(DEFAULT_LAB, kernels, () => 0);
  const lanes = runs.map(({ layers }) => ({ threads: layers.map(({ exampleRms }) => exampleRms) }));
  const rows = riverRows(lanes);
  const paths = Array.from(html.matchAll(/first-thread" d="([^"]*)"/g), ([, path = '']) => path);
  expect(paths).toHaveLength(DEFAULT_LAB.lanes.length);
  for (const [index, path] of paths.entries()) {
    const { threads } = lanes[index]!;
    // By layer, because equal threads are drawn once.
    for (const [layer, sizes] of threads.entries()) {
      const drawn = points(path).flatMap(([at, y]) => (at === layer ? [y] : []));
      const wanted = sizes.map((size) =>
        size === 0
          ? Math.round(bandPlace(rows, zeroRow(rows)) * BAND_UNITS)
          : Math.round(bandPlace(rows, Math.log10(size)) * BAND_UNITS),
      );
      // A float32 sum in another order may fall on the other side of half a unit.
      expect(Math.abs(Math.min(...drawn) - Math.min(...wanted))).toBeLessThanOrEqual(1);
      expect(Math.abs(Math.max(...drawn) - Math.max(...wanted))).toBeLessThanOrEqual(1);
    }
  }
});

test('every word of the first picture stands there in both languages', () => {
  const words = (lang: string): readonly string[] =>
    Array.from(
      html.matchAll(new RegExp(`<(\\w+) lang="${lang}"[^>]*>(.*?)</\\1>`, 'g')),
      ([, , text = '']) => text.replaceAll(/<[^>]+>/g, ''),
    );
  const [english, persian] = [words('en'), words('fa')];
  expect(english).toHaveLength(persian.length);
  expect(english).toContain('arrives');
  expect(persian).toContain('\u2068می‌رسد\u2069');
  expect(english).toContain('÷ 40');
  expect(persian.some((text) => text.includes('۴۰'))).toBe(true);
});
