/**
 * The mean over the classes in `labels` of the share of their examples that are classified correctly, by the largest
 * logit (the first of equal ones, as in `softmaxCrossEntropy`). `logits` is `[labels × classes]`; further values are
 * ignored.
 */
export function balancedAccuracy(
  logits: ArrayLike<number>,
  labels: Uint8Array,
  classes: number,
): number {
  const all = new Float64Array(classes);
  const right = new Float64Array(classes);
  labels.forEach((label, row) => {
    const at = row * classes;
    let best = 0;
    for (let c = 1; c < classes; c += 1) {
      if ((logits[at + c] ?? 0) > (logits[at + best] ?? 0)) best = c;
    }
    all[label] = (all[label] ?? 0) + 1;
    if (best === label) right[label] = (right[label] ?? 0) + 1;
  });
  const shares = Array.from(all, (count, c) => (right[c] ?? 0) / count).filter(Number.isFinite);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
