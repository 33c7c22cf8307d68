import { describe, expect, test } from 'vitest';
import { createReference } from '../../kernels/reference.ts';
import { laneConfig } from '../lab/lab.ts';
import { netCorner } from './netCorner.ts';
import { passes } from '../passes/passes.ts';
import { parseQuery } from '../lab/query.ts';
import { planOf } from '../passes/plan.ts';

const configOf = (query: string) => {
  const { lab } = parseQuery(query);
  return laneConfig(lab, lab.lanes[0]!);
};

/** What the run itself puts into its layers. */
function ran(query: string): { weights: number[]; bias: number[] }[] {
  const kernels = createReference();
  const found: { weights: number[]; bias: number[] }[] = [];
  const plan = planOf({ ...configOf(query), backward: false, batch: 2 });
  for (const pass of passes(plan, kernels, { weightGradients: false })) {
    if (pass.type !== 'forward') continue;
    found.push({ weights: [...kernels.view(pass.weights)], bias: [...kernels.view(pass.bias)] });
  }
  return found;
}

const SMALL = 'in=3&width=4&depth=1&out=2&seed=5';
const KINDS = [
  'xavier_normal',
  'random_uniform(min=-0.1,max=0.1)',
  'truncated_normal(std=0.2)',
  'orthogonal',
  'identity',
  'sparse(sparsity=0.5)',
  'constant(value=0.5)',
];

describe('the numbers of a small net', () => {
  test.each(KINDS)('%s: those a run starts from', (id) => {
    const query = `lane=${id}&${SMALL}&bias=random_normal(std=0.3)`;
    const net = netCorner(configOf(query), { units: 8, layers: 3 });
    expect(net.kind).toBe('net');
    if (net.kind !== 'net') return;
    expect(net.sizes).toEqual([3, 4, 2]);
    const run = ran(query);
    expect(net.layers.map(({ weights }) => [...weights])).toEqual(run.map((each) => each.weights));
    net.layers.forEach(({ bias, rows }, i) => {
      expect([...bias]).toEqual(run[i]!.bias.slice(0, rows));
    });
  });

  test.each(['he_normal', 'orthogonal', 'sparse(sparsity=0.5)'])(
    '%s: of a larger net its first units and layers',
    (id) => {
      const query = `lane=${id}&width=20&depth=3`;
      const net = netCorner(configOf(query), { units: 8, layers: 2 });
      if (net.kind !== 'net') throw new Error(net.kind);
      expect(net.sizes).toEqual([20, 20, 20, 20]);
      expect(net.layers).toHaveLength(2);
      const run = ran(query);
      net.layers.forEach(({ rows, cols, weights }, i) => {
        expect([rows, cols]).toEqual([8, 8]);
        expect(weights[3 * 8 + 5]).toBe(run[i]!.weights[3 * 20 + 5]);
        expect(weights[7 * 8 + 7]).toBe(run[i]!.weights[7 * 20 + 7]);
      });
    },
  );

  test('says why there is none', () => {
    const limits = { units: 8, layers: 3 };
    expect(netCorner(configOf('lane=lsuv&width=4'), limits).kind).toBe('by-data');
    expect(netCorner(configOf('lane=orthogonal&width=512'), limits).kind).toBe('too-large');
    expect(netCorner(configOf('lane=he_normal&net=conv'), limits).kind).toBe('kernels');
  });
});
