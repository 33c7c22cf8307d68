const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;

/** Latin digits and a minus as an exponent in plain text: `-12` is `⁻¹²`. */
export const raisedDigits = (digits: string): string =>
  digits.replaceAll(/[-\u2212]/g, '⁻').replaceAll(/\d/g, (digit) => RAISED[Number(digit)] ?? digit);
