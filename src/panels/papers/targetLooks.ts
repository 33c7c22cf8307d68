import type { Dash, Tone } from '../../charts/types.ts';

interface Look {
  readonly tone: Tone;
  readonly dash: Dash;
}

const FIRST: Look = { tone: 3, dash: 'solid' };
const LOOKS: readonly Look[] = [
  FIRST,
  { tone: 4, dash: 'dashed' },
  { tone: 2, dash: 'dotted' },
  { tone: 1, dash: 'dash-dot' },
];

/** Colour and dash of a lane in a row's pictures. */
export const targetLook = (lane: number): Look => LOOKS[lane % LOOKS.length] ?? FIRST;
