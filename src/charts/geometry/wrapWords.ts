import { LETTER } from './endLabels.ts';

/** A text broken between words into lines that fit into `room` px. */
export function wrapWords(text: string, rem: number, room: number): readonly string[] {
  const letters = room / (rem * LETTER);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && joined.length <= letters) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
