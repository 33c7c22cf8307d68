/** The zeros of the digits somebody may type: Persian and Arabic. */
const ZEROS = [0x06f0, 0x0660];

/** A whole number from what was typed, in the digits of either language; 0 where there is none. */
export function readCount(text: string): number {
  const plain = Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const zero = ZEROS.find((each) => code >= each && code < each + 10);
    return zero === undefined ? letter : `${code - zero}`;
  }).join('');
  const digits = plain.replaceAll(/\D/g, '').slice(0, 6);
  return digits === '' ? 0 : Number(digits);
}
