/** The draw of a rule in a layer of given fans. */
import type { Draw } from './draw.ts';
import type { Params } from './params.ts';
import type { AnyTemplate } from './rule.ts';
import { partsIn } from './rule.ts';
import { scalingDraw } from './scaling.ts';

/** Resolves a template into a draw; `params` must be complete, fans are those of a `[fanOut × fanIn]` matrix. */
export function ruleDraw(
  template: AnyTemplate,
  params: Params,
  fanIn: number,
  fanOut: number,
): Draw {
  const { number } = partsIn(params);
  switch (template.kind) {
    case 'scaling':
      return scalingDraw(template, params, fanIn, fanOut);
    case 'constant':
      return { kind: 'constant', value: number(template.value) };
    case 'uniform': {
      const [a, b] = [number(template.ends[0]), number(template.ends[1])];
      return { kind: 'uniform', lo: Math.min(a, b), hi: Math.max(a, b) };
    }
    case 'normal':
    case 'truncated':
      return { kind: template.kind, mean: number(template.mean), std: number(template.std) };
    case 'orthogonal':
    case 'identity':
      return { kind: template.kind, gain: number(template.gain) };
    case 'sparse':
      return { kind: 'sparse', sparsity: number(template.sparsity), std: number(template.std) };
    case 'lsuv':
      return template;
  }
}
