const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;

/** Converts Latin digits and a minus to superscript characters: `-12` becomes `⁻¹²`. */
export const raisedDigits = (digits: string): string =>
  digits.replaceAll(/[-\u2212]/g, '⁻').replaceAll(/\d/g, (digit) => RAISED[Number(digit)] ?? digit);
