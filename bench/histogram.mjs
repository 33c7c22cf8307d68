/** Counts in 64 bins over [−4, 4]; the fastest way found for data in a JavaScript array. */
export function histogram(values) {
  const counts = new Uint32Array(64);
  for (let i = 0; i < values.length; i += 1) {
    const bin = ((values[i] + 4) * 8) | 0;
    if (bin >= 0 && bin < 64) counts[bin] += 1;
  }
  return counts;
}
