/** The English words of a printed worksheet; fa.ts has the same keys. */
import type { Shape } from '../page/en.ts';

export const worksheetEn = {
  print: 'Print a worksheet',
  preparing: (done: string, of: string) => `Computing the answers: ${done} of ${of}`,
  failed: 'The worksheet could not be prepared.',
  heading: 'Init Lab · Worksheet',
  chapter: (n: string) => `Chapter ${n}`,
  name: 'Name',
  date: 'Date',
  instruction: 'Tick your answer, or draw, before you read on.',
  symbols: 'Symbols',
  answers: 'Answers',
  missing:
    'They are computed when the worksheet is printed with the button “Print a worksheet” of this page.',
  onRequest: 'A long race: start it on the page, and read the answer there.',
  here: 'This chapter, with its experiments running:',
  qr: 'QR code of the address',
  draw: {
    lines: 'Draw what you expect: one line for each start.',
    line: 'Draw what you expect.',
    histogram: 'Draw the histogram you expect.',
    weights: 'The uniform draw is given. Draw the normal one over it.',
    curve: 'Under the curve, draw the histogram of the sums you expect.',
    units: 'Give the same letter to units that you expect to be equal.',
    gauges: 'Draw both needles.',
    places: 'Shade what you expect: the more is left at a place, the darker.',
  },
  axes: {
    layer: 'layer',
    spread: 'spread of the activations',
    lastLayer: 'activations of the last layer',
    weights: 'weights',
    sums: 'sums z of one layer',
    matrix: 'one row per unit; size: |w|; filled: negative',
  },
  titles: {
    lanes: 'Histograms, layer by layer',
    looks: 'What is known of the patient: before training, and the loss',
    poster: 'Put the sign of what you expect into each cell.',
  },
};

export type WorksheetWords = Shape<typeof worksheetEn>;
