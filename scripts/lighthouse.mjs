/**
 * Runs Lighthouse on the built site, mobile preset: node scripts/lighthouse.mjs ['#/' '#/lab' …]; by default on
 * the start page in both languages.
 * Fails if a score is below its limit.
 */
import { fileURLToPath } from 'node:url';
import { lighthouseReport } from './lighthouseReport.mjs';
import { serve } from './staticSite.mjs';

const MIN_SCORES = { performance: 0.95, accessibility: 1, 'best-practices': 1 };
const hashes = process.argv.length > 2 ? process.argv.slice(2) : ['#/', '#/?lang=fa'];

const site = await serve(fileURLToPath(new URL('../dist', import.meta.url)), { cached: true });
let good = true;
for (const hash of hashes) {
  const { categories, audits } = await lighthouseReport(
    site.address + hash,
    Object.keys(MIN_SCORES),
  );
  const scores = Object.keys(MIN_SCORES).map(
    (id) => `${id} ${Math.round(categories[id].score * 100)}`,
  );
  const times = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  console.log(
    `${hash}: ${scores.join(', ')} (${times.map((id) => `${id} ${audits[id].displayValue}`).join(', ')})`,
  );
  for (const [id, least] of Object.entries(MIN_SCORES)) {
    if (categories[id].score >= least) continue;
    good = false;
    for (const { id: audit, weight } of categories[id].auditRefs) {
      const { score, title } = audits[audit];
      if (weight > 0 && score !== null && score < 1) console.log(`  ${id}: ${title} (${score})`);
    }
  }
}
await site.close();
process.exit(good ? 0 : 1);
