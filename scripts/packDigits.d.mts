/** One line per image: 64 characters 0 … 9 or a … g, one per pixel, row by row, then the digit. */
export function packedDigits(): string;
