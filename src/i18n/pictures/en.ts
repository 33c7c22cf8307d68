/** The English words for pictures of positions, feature maps and digits; fa.ts has the same keys. */
import type { Shape } from '../page/en.ts';

export const picturesEn = {
  places: {
    tab: 'places',
    title: 'How large is the signal at each place of the picture?',
    gradients: 'How large is the gradient at each place of the picture?',
    caption:
      'Mean square at each place of the picture, over examples and channels, layer by layer; the number below a map is the mean over its places.',
    same: 'All maps share one scale.',
    own: 'Each map has its own scale, up to its brightest place.',
    spoken: (name: string, first: string, last: string, layer: string, rim: string) =>
      `${name}: ${first} in layer 1, ${last} in layer ${layer}, where a corner has ${rim} of the middle`,
    hint: 'Point at a place, or walk with the arrow keys: left and right through the layers, down to the middle.',
    at: (layer: string, row: string, column: string, value: string) =>
      `layer ${layer}, row ${row}, column ${column}: ${value}`,
    theory: (value: string) => `theory: ${value}`,
    none: 'No lane has pictures: choose convolutional layers.',
    mean: (name: string) => `${name}: mean`,
    corner: (name: string) => `${name}: corner`,
    middle: (name: string) => `${name}: middle`,
    andMore: 'and more',
  },
  maps: {
    tab: 'feature maps',
    title: 'What does each channel see of this picture?',
    kernels: 'Which kernels see it?',
    layer: 'Layer',
    example: 'Test picture',
    exampleText: (index: string, digit: string) => `${index}: a ${digit}`,
    taken: (answer: string) => `answers ${answer}`,
    caption:
      'Every channel’s activations over the one picture, at the step above. Each lane has its own scale; both colours are as strong at the same distance from 0.',
    kernelCaption:
      'A row for each channel that leaves, a column for each that enters; sixteen of either at most. Each lane has its own scale.',
    firstCaption: 'One kernel for each channel that leaves: the picture has a single channel.',
    channel: (channel: string) => `channel ${channel}`,
    dead: (name: string, dead: string, all: string) =>
      `${name}: ${dead} of ${all} channels are 0 everywhere`,
    kernelLabel: (name: string, units: string, channels: string) =>
      `${name}: kernels from ${channels} to ${units} channels`,
    none: 'No lane has convolutional layers.',
    column: 'channel',
    mean: (name: string) => `${name}: mean`,
    largest: (name: string) => `${name}: largest`,
  },
  mistakes: {
    heading: (count: string) => `Wrong test pictures: ${count}`,
    first: (count: string, shown: string) => `The first ${shown} of ${count} wrong test pictures`,
    none: 'No test picture is wrong.',
    one: (label: string, answer: string) => `a ${label}, taken for a ${answer}`,
    caption: 'Under each: the digit it is, then the one it is taken for.',
  },
  preview: {
    failed: 'The pictures did not come.',
  },
} as const;

export type PicturesWords = Shape<typeof picturesEn>;
