/** What all programs of convolutions share. */
import { architecture } from '../../../passes/architecture.ts';
import type { ExperimentConfig } from '../../../types.ts';

export interface ConvSizes {
  readonly side: number;
  /** Beyond the border on each side. */
  readonly reach: number;
  /** `channels = [in] + [width] * depth`. */
  readonly channels: string;
  /** Units of the linear layer on all values, where there is one. */
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

/** The fans of a convolution from its channels, as the initializers' formulas name them. */
export const convFans = (kernel: number): string =>
  `fan_in, fan_out = ${kernel ** 2} * c_in, ${kernel ** 2} * c_out`;
