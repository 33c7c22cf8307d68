/** Entropy of a distribution in nats, `−Σ p ln p`: the least mean cross-entropy if only the shares are known. */
export const entropy = (shares: readonly number[]): number =>
  shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
