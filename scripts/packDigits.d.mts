/** What packDigits.mjs exports. */
export function packedDigits(): string;
