/** Short names of a run's checkpoints: without their extension and their common prefix, where they stay distinct. */
export function shortNames(names: readonly string[]): readonly string[] {
  const bare = names.map((name) => name.replace(/(?:\.weights)?\.\w+$/, ''));
  const [first = ''] = bare;
  let common = 0;
  while (common < first.length && bare.every((name) => name[common] === first[common])) common += 1;
  // Does not cut a number in two: 100 and 130 must not become 00 and 30.
  while (common > 0 && /\d/.test(first[common - 1] ?? '')) common -= 1;
  const short = bare.map((name) => name.slice(common));
  return short.every((name) => name !== '') && new Set(short).size === names.length ? short : names;
}
