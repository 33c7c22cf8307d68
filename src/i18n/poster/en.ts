/** The English words of the poster; fa.ts has the same keys. */
import type { Shape } from '../page/en.ts';

export const posterEn = {
  title: 'Which start goes there and back?',
  lead: 'The lecture on one sheet: every start under every activation. Each cell opens its lab.',
  print: 'Print the sheet',
  caption:
    'In each cell: what layers 1, 5, 10 and 20 put out, and under it the spread on its way there and the gradient’s on its way back, the rules at 1. In a frame: healthy both ways.',
  start: 'start',
  made: (layers: string, units: string, seed: string, date: string) =>
    `${layers} layers of ${units} units, seed ${seed}; computed in a browser, ${date}`,
  computing: (done: string, of: string) => `Computing: ${done} of ${of} …`,
  failed: 'The sheet could not be computed on this device. Reload the page to try again.',
  healthy: (name: string, starts: string) => `${name}: healthy with ${starts}`,
  nobody: (name: string) => `${name}: healthy with none`,
  qr: 'QR code of this sheet’s address',
} as const;

export type PosterWords = Shape<typeof posterEn>;
