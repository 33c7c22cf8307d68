/** How tables are printed. */

export const number = (x) => (x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2));
export function table(head, rows) {
  console.log(`\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** A bar for the terminal: one block per 10 ms, up to 60. */
export function bar(ms) {
  const blocks = Math.max(1, Math.round(ms / 10));
  return '▇'.repeat(Math.min(60, blocks)) + (blocks > 60 ? ` … ${blocks}` : '');
}
