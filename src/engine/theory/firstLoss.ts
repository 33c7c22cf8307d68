/**
 * Mean cross-entropy before training with `classes` independent logits N(0, spread²): the mean of
 * ln Σ exp(s z). For small spreads it is `ln C + s²/2`; from `s = √(2 ln C)` on the largest logit dominates,
 * and it is `s √(2 ln C)` (the random energy model, Derrida 1981).
 */
export function firstLoss(classes: number, spread: number): number {
  const chance = Math.log(classes);
  const edge = Math.sqrt(2 * chance);
  return spread < edge ? chance + (spread * spread) / 2 : spread * edge;
}
