/** The probability density a weight is drawn from. */
import type { Draw } from '../rules/draw.ts';
import { normalCdf, normalPdf } from '../math/erf.ts';
import { TRUNCATION } from '../math/inverseNormal.ts';

/**
 * The density of a weight; `null` if there is none, or none in closed form: constant,
 * identity, sparse, orthogonal, lsuv.
 */
export function drawDensity(draw: Draw): ((weight: number) => number) | null {
  switch (draw.kind) {
    case 'normal': {
      const { mean, std } = draw;
      return std > 0 ? (w) => normalPdf((w - mean) / std) / std : null;
    }
    case 'truncated': {
      const { mean, std } = draw;
      const kept = normalCdf(TRUNCATION) - normalCdf(-TRUNCATION);
      if (!(std > 0)) return null;
      return (w) =>
        Math.abs(w - mean) > TRUNCATION * std ? 0 : normalPdf((w - mean) / std) / (std * kept);
    }
    case 'uniform': {
      const { lo, hi } = draw;
      return hi > lo ? (w) => (w < lo || w > hi ? 0 : 1 / (hi - lo)) : null;
    }
    default:
      return null;
  }
}
