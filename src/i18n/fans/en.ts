/** The English words of the fan calculator; fa.ts has the same keys. */
import type { Shape } from '../page/en.ts';

export const fansEn = {
  title: 'How many numbers feed one output?',
  kinds: { dense: 'dense', conv: 'convolution', transposed: 'transposed' },
  kind: 'Layer',
  kernel: 'Kernel',
  inputs: 'Channels in',
  outputs: 'Channels out',
  units: { inputs: 'Inputs', outputs: 'Outputs' },
  groups: 'Groups',
  stride: 'Stride',
  sides: { input: 'what enters', output: 'what leaves' },
  more: (count: string) => `and ${count} more channels`,
  hint: 'Point at a number, or walk with the arrow keys.',
  output: (count: string) => `This output is fed by ${count} numbers.`,
  /** Places of the window times channels. */
  product: (places: string, channels: string, count: string) =>
    `${places} ${places === '1' ? 'place' : 'places'} × ${channels} ${channels === '1' ? 'channel' : 'channels'} = ${count}`,
  input: (count: string) => `This input feeds ${count} outputs.`,
  border: (count: string) => `Away from the border there would be ${count}.`,
  mean: (count: string) =>
    `With this stride the count differs from place to place; the mean is ${count}.`,
  fanIn: 'fan-in',
  fanOut: 'fan-out',
  rule: 'Rule',
  std: 'standard deviation',
  limit: 'limit',
  rules: 'What each rule draws for this layer',
  libraries: 'What each library counts',
  library: 'Library',
  shape: 'Shape of the weights',
  verdict: 'He’s rule with these counts',
  agrees: 'as it should be',
  tooSmall: (factor: string) => `${factor} times too small`,
  tooLarge: (factor: string) => `${factor} times too large`,
  mode: { fan_in: 'by fan-in', fan_out: 'by fan-out' },
  caption:
    'Libraries read the fans off the weights’ shape: they know neither groups nor stride, and a transposed layer stores its channels the other way round.',
  clamped: (groups: string) =>
    `Groups have to divide both numbers of channels: ${groups} is taken.`,
} as const;

export type FansWords = Shape<typeof fansEn>;
