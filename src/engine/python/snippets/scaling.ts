/** The initializers that are one variance rule: scale / fan, as Keras and JAX write them. */
import { python } from '../python.ts';
import type { InitializerSpec } from '../../types.ts';

export interface Scaling {
  /** A Python expression. */
  readonly scale: string;
  readonly mode: 'fan_in' | 'fan_out' | 'fan_avg';
  readonly distribution: 'uniform' | 'normal' | 'truncated';
}

/** `null`: it is no such rule. */
export function scalingOf({ id, params }: InitializerSpec): Scaling | null {
  const number = (name: string): string => python(params[name] ?? 0);
  const mode =
    params['mode'] === 'fan_out' || params['mode'] === 'fan_avg' ? params['mode'] : 'fan_in';
  const square = params['gain'] === 1 ? '1.0' : `${number('gain')} ** 2`;
  const he = params['slope'] === 0 ? '2.0' : `2.0 / (1 + ${number('slope')} ** 2)`;
  switch (id) {
    case 'lecun_uniform':
      return { scale: '1.0', mode: 'fan_in', distribution: 'uniform' };
    case 'lecun_normal':
      return { scale: '1.0', mode: 'fan_in', distribution: 'normal' };
    case 'xavier_uniform':
      return { scale: square, mode: 'fan_avg', distribution: 'uniform' };
    case 'xavier_normal':
      return { scale: square, mode: 'fan_avg', distribution: 'normal' };
    case 'he_uniform':
      return { scale: he, mode, distribution: 'uniform' };
    case 'he_normal':
      return { scale: he, mode, distribution: 'normal' };
    case 'pytorch_linear':
      return { scale: '1 / 3', mode: 'fan_in', distribution: 'uniform' };
    case 'keras_glorot_normal':
      return { scale: '1.0', mode: 'fan_avg', distribution: 'truncated' };
    case 'variance_scaling': {
      const { distribution } = params;
      return {
        scale: number('scale'),
        mode,
        distribution:
          distribution === 'uniform' || distribution === 'normal' ? distribution : 'truncated',
      };
    }
    default:
      return null;
  }
}
