/** The network in NumPy: draws, forward pass, and the spread of every layer printed. */
import { ACTIVATION_BLOCKS, NUMPY_ACTIVATIONS } from '../notebook/numpyActivations.ts';
import { NUMPY_BLOCKS } from '../notebook/numpyInitializers.ts';
import { python } from '../python.ts';
import type { ExperimentConfig, InitializerSpec } from '../../types.ts';
import { biasDraw, hasHead, param, sizesCode, withPreamble } from './program.ts';
import { pythonDraw } from './scale.ts';
import type { PythonDraw } from './scale.ts';

/** An array of `shape`, a Python expression. */
function drawn(draw: PythonDraw, spec: InitializerSpec, shape: string): string {
  switch (draw.kind) {
    case 'constant':
      return `np.full(${shape}, ${draw.value})`;
    case 'uniform':
      return `rng.uniform(${draw.lo}, ${draw.hi}, ${shape})`;
    case 'normal':
      return `rng.normal(${draw.mean}, ${draw.std}, ${shape})`;
    case 'truncated':
      return `${draw.mean} + ${draw.std} * truncated(rng, ${shape})`;
    case 'matrix':
      switch (draw.id) {
        case 'orthogonal':
          return `${param(spec, 'gain')} * orthonormal(rng, ${shape})`;
        case 'identity':
          return `${param(spec, 'gain')} * np.eye(*${shape})`;
        case 'sparse':
          return `sparse(rng, fan_in, fan_out, ${shape}, ${param(spec, 'sparsity')}, ${param(spec, 'std')})`;
        case 'lsuv':
          return `orthonormal(rng, ${shape})`;
      }
  }
}

function applied({ act }: ExperimentConfig): string {
  const [f] = NUMPY_ACTIVATIONS[act.id];
  const given = Object.entries(act.params).map(([name, value]) => `, ${name}=${python(value)}`);
  return f.startsWith('lambda') && given.length > 0
    ? `(${f})(z${given.join('')})`
    : f.startsWith('lambda x: ')
      ? f.slice('lambda x: '.length).replaceAll(/\bx\b/g, 'z')
      : `${f}(z)`;
}

export function numpySnippet(config: ExperimentConfig): string {
  const { initializer } = config;
  const bias = biasDraw(config);
  const spread =
    initializer.id === 'lsuv'
      ? ['    W /= z.std()  # layer by layer, from the data', '    z = h @ W.T + b']
      : [];
  const f = applied(config);
  const body = [
    'rng = np.random.default_rng()',
    sizesCode(config),
    `h = rng.standard_normal((${config.batch}, sizes[0]))  # a batch of examples`,
    '',
    'for layer, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:]), start=1):',
    `    W = ${drawn(pythonDraw(initializer), initializer, '(fan_out, fan_in)')}`,
    `    b = ${drawn(bias, config.bias, '(fan_out, 1)')}.ravel()`,
    '    z = h @ W.T + b',
    ...spread,
    hasHead(config) ? `    h = z if layer == len(sizes) - 1 else ${f}` : `    h = ${f}`,
    '    print(f"layer {layer}: std of W {W.std():.4g}, of h {h.std():.4g}")',
  ].join('\n');
  const needed = [...NUMPY_BLOCKS, ...ACTIVATION_BLOCKS];
  let all = body;
  for (const [name, block] of needed) if (all.includes(name)) all = `${block}\n\n\n${all}`;
  return withPreamble(all, [
    ...(all.includes('math.') ? ['import math\n'] : []),
    'import numpy as np',
  ]);
}
