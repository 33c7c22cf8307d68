/** The density of the rule that was found, to lay over a histogram. */
import type { Draw } from '../../engine/rules/draw.ts';
import { TRUNCATED_STD } from '../../engine/rules/draw.ts';
import { drawDensity } from '../../engine/weights/density.ts';
import type { Examined } from '../../weightsFile/findings/finding.ts';

function drawOf({ rule, summary }: Examined): Draw | null {
  if (rule === null || rule.std === null || rule.shape === null) return null;
  const { std, shape } = rule;
  // The mean is 0 unless the rule's own parameters say otherwise.
  const mean = /mean=|min=(?!-)/.test(rule.initializer) ? summary.numbers.mean : 0;
  if (shape === 'normal') return { kind: 'normal', mean, std };
  if (shape === 'truncated') return { kind: 'truncated', mean, std: std / TRUNCATED_STD };
  const limit = std * Math.sqrt(3);
  return { kind: 'uniform', lo: mean - limit, hi: mean + limit };
}

/** `null` where no distribution was identified. */
export function ruleDensity(examined: Examined): ((weight: number) => number) | null {
  const draw = drawOf(examined);
  return draw === null ? null : drawDensity(draw);
}
