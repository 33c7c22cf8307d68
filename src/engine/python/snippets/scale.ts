/** What an initializer draws from, with its scale as a Python expression of `fan_in` and `fan_out`. */
import { python } from '../python.ts';
import type { InitializerSpec } from '../../types.ts';

export type PythonDraw =
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'uniform'; readonly lo: string; readonly hi: string }
  | { readonly kind: 'normal'; readonly mean: string; readonly std: string }
  /** Cut at two standard deviations; `std` is the one before the cut. */
  | { readonly kind: 'truncated'; readonly mean: string; readonly std: string }
  /** About the whole matrix, not about one weight. */
  | { readonly kind: 'matrix'; readonly id: 'orthogonal' | 'identity' | 'sparse' | 'lsuv' };

const FANS = {
  fan_in: 'fan_in',
  fan_out: 'fan_out',
  fan_avg: '((fan_in + fan_out) / 2)',
} as const;
const SUM = '(fan_in + fan_out)';
/** The name the programs give to the spread of N(0, 1) cut at ±2. */
export const TRUNCATED_NAME = 'TRUNCATED_STD';

const around = (limit: string): PythonDraw => ({ kind: 'uniform', lo: `-${limit}`, hi: limit });
const normal = (std: string): PythonDraw => ({ kind: 'normal', mean: '0', std });

/** The draw of a completed spec. */
export function pythonDraw({ id, params }: InitializerSpec): PythonDraw {
  const value = (name: string): string => python(params[name] ?? 0);
  const number = (name: string, otherwise: number): number => {
    const given = params[name];
    return typeof given === 'number' ? given : otherwise;
  };
  const fan = ((): string => {
    const { mode } = params;
    return mode === 'fan_out' || mode === 'fan_avg' ? FANS[mode] : FANS.fan_in;
  })();
  const gain = number('gain', 1) === 1 ? '' : `${value('gain')} * `;
  const leak = number('slope', 0) === 0 ? '' : ` / (1 + ${value('slope')} ** 2)`;
  switch (id) {
    case 'zeros':
      return { kind: 'constant', value: '0' };
    case 'ones':
      return { kind: 'constant', value: '1' };
    case 'constant':
      return { kind: 'constant', value: value('value') };
    case 'random_uniform': {
      const [lo, hi] = [number('min', 0), number('max', 0)].sort((a, b) => a - b);
      return { kind: 'uniform', lo: python(lo ?? 0), hi: python(hi ?? 0) };
    }
    case 'random_normal':
      return { kind: 'normal', mean: value('mean'), std: value('std') };
    case 'truncated_normal':
      return { kind: 'truncated', mean: value('mean'), std: value('std') };
    case 'lecun_uniform':
      return around('sqrt(3 / fan_in)');
    case 'lecun_normal':
      return normal('sqrt(1 / fan_in)');
    case 'xavier_uniform':
      return around(`${gain}sqrt(6 / ${SUM})`);
    case 'xavier_normal':
      return normal(`${gain}sqrt(2 / ${SUM})`);
    case 'he_uniform':
      return around(`sqrt(6 / ${fan}${leak})`);
    case 'he_normal':
      return normal(`sqrt(2 / ${fan}${leak})`);
    case 'variance_scaling': {
      const scale = value('scale');
      if (params['distribution'] === 'uniform') return around(`sqrt(3 * ${scale} / ${fan})`);
      const std = `sqrt(${scale} / ${fan})`;
      return params['distribution'] === 'normal'
        ? normal(std)
        : { kind: 'truncated', mean: '0', std: `${std} / ${TRUNCATED_NAME}` };
    }
    case 'pytorch_linear':
      return around('sqrt(1 / fan_in)');
    case 'keras_glorot_normal':
      return { kind: 'truncated', mean: '0', std: `sqrt(2 / ${SUM}) / ${TRUNCATED_NAME}` };
    case 'orthogonal':
    case 'identity':
    case 'sparse':
    case 'lsuv':
      return { kind: 'matrix', id };
  }
}
