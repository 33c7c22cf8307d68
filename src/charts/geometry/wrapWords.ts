import { LETTER } from './endLabels.ts';

/** A text in as many lines as `room` px ask for, broken between words. */
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
