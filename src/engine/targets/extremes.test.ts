import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { extremesOf } from './extremes.ts';

const SIZES = 'depth=3&width=16&input=circle&steps=20';

test.each(['tanh', 'relu'])(
  'from zero with %s no weight has a gradient, from He some',
  async (act) => {
    const kernels = await createKernels();
    const zero = extremesOf(`lane=zeros&act=${act}&${SIZES}`, kernels);
    expect(zero.gradient).toBe(0);
    expect(zero.bias).toBeGreaterThan(0);
    const he = extremesOf(`lane=he_normal&act=${act}&${SIZES}`, kernels);
    expect(he.gradient).toBeGreaterThan(0.01);
  },
);
