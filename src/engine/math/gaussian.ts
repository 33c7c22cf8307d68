/**
 * Expectations under N(0, 1) to about 1e-11, also for functions with a kink or a steep step at 0:
 * Gauss–Legendre on panels that shrink towards 0. (Gauss–Hermite converges only as 1/n at a kink.)
 */
import { normalPdf } from './erf.ts';
import { gaussLegendre } from './gaussLegendre.ts';
import type { Node } from './gaussLegendre.ts';

const NODES = 12;
/** The probability beyond 13 σ is about 1e-38. */
const OUTER_EDGES = [13, 8, 5, 3, 1.5] as const;
/** Towards 0 each panel is a quarter of the previous one, down to 2e-8, which resolves a step like tanh(10⁷ z). */
const INNER_PANELS = 13;

function halfNodes(): readonly Node[] {
  const rule = gaussLegendre(NODES);
  const inner = Array.from({ length: INNER_PANELS }, (_, k) => 1.5 * 4 ** -(k + 1));
  const edges = [...OUTER_EDGES, ...inner, 0];
  return edges.slice(1).flatMap((lo, k) => {
    const half = ((edges[k] ?? lo) - lo) / 2;
    return rule.map((node) => {
      const z = lo + half * (node.z + 1);
      return { z, weight: node.weight * half * normalPdf(z) };
    });
  });
}

let kept: readonly Node[] | null = null;

/**
 * Nodes over (0, 13] with the normal density in their weights; the negative half mirrors them. Computed when they are
 * first needed: every page loads this module, few need the nodes at once.
 */
const half = (): readonly Node[] => (kept ??= halfNodes());

/** `E[g(Z)]`, Z ~ N(0, 1). */
export function expectation(g: (z: number) => number): number {
  let sum = 0;
  for (const { z, weight } of half()) sum += weight * (g(z) + g(-z));
  return sum;
}

/** `[E[g(Z)], E[g(Z)²]]`, with one evaluation of g per node. */
export function firstMoments(g: (z: number) => number): readonly [mean: number, second: number] {
  let mean = 0;
  let second = 0;
  for (const { z, weight } of half()) {
    const right = g(z);
    const left = g(-z);
    mean += weight * (right + left);
    second += weight * (right * right + left * left);
  }
  return [mean, second];
}
