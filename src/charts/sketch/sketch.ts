/** A line drawn by hand over the layers: pure functions, so that pointer and keys draw the same. */
import type { DecadeDomain } from '../geometry/decades.ts';
import { arrowStep } from '../../ui/arrowStep.ts';

/** Powers of ten, index = layer − 1; null where nothing is drawn. */
export type Sketch = readonly (number | null)[];

type At = readonly [layer: number, decade: number];

/** The sketch after the pointer moved from one place to another; layers in between get a point too. */
export function drawLine(sketch: Sketch, [fromLayer, from]: At, [toLayer, to]: At): Sketch {
  const [lo, hi] = [Math.min(fromLayer, toLayer), Math.max(fromLayer, toLayer)];
  return sketch.map((old, i) => {
    const layer = i + 1;
    if (layer < lo || layer > hi) return old;
    if (fromLayer === toLayer) return to;
    return from + ((layer - fromLayer) / (toLayer - fromLayer)) * (to - from);
  });
}

/** Decades an arrow key moves a point by. */
const STEP = 0.5;

/** The effect of a key: ← → choose a layer, ↑ ↓ move its point; null for other keys. */
export function moveByKey(
  sketch: Sketch,
  layer: number,
  key: string,
  { lo, hi }: DecadeDomain,
): { readonly sketch: Sketch; readonly layer: number } | null {
  const [rows = 0, cols = 0] = arrowStep(key) ?? [];
  const by = { Home: -Infinity, End: Infinity }[key] ?? cols;
  if (by !== 0) {
    return { sketch, layer: Math.min(sketch.length, Math.max(1, layer + by)) };
  }
  const up = { PageUp: 4 * STEP, PageDown: -4 * STEP }[key] ?? -rows * STEP;
  if (up === 0) return null;
  // A new point starts at the height of the nearest point to its left, or at the value 1.
  const before = sketch.findLastIndex((decade, i) => decade !== null && i < layer);
  const from = sketch[layer - 1] ?? sketch[before] ?? 0;
  const to = Math.min(hi, Math.max(lo, from + up));
  const start: At = before < 0 ? [layer, to] : [before + 1, sketch[before] ?? to];
  const next = sketch[layer - 1] === null ? drawLine(sketch, start, [layer, to]) : null;
  return { sketch: next ?? sketch.with(layer - 1, to), layer };
}
