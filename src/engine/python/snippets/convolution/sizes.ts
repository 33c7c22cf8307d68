/** Sizes shared by all programs of convolutions. */
import { architecture } from '../../../passes/architecture.ts';
import type { ExperimentConfig } from '../../../types.ts';

export interface ConvSizes {
  readonly side: number;
  /** Places of padding on each side. */
  readonly reach: number;
  /** `channels = [in] + [width] * depth`. */
  readonly channels: string;
  /** Units of the linear layer on the flattened values; `null` if there is none. */
  readonly head: number | null;
  readonly digits: boolean;
}

export function convSizes(config: ExperimentConfig): ConvSizes {
  const { in: first, input, hidden, output } = architecture(config).value;
  const { width, depth, kernel } = config;
  const rest = depth === 1 ? `[${width}]` : `[${width}] * ${depth}`;
  return {
    side: hidden[0]?.conv?.side ?? 1,
    reach: (kernel - 1) / 2,
    channels: `channels = [${first}] + ${rest}`,
    head: output?.units ?? null,
    digits: input === 'digits',
  };
}

/** Code of the fans of a convolution, with the names used in the initializers' formulas. */
export const convFans = (kernel: number): string =>
  `fan_in, fan_out = ${kernel ** 2} * c_in, ${kernel ** 2} * c_out`;
