/** Generates docs/targets.md from the table of targets: `npm run -s papers -- --document`. */
import { SOURCES } from '../src/engine/targets/sources.ts';
import type { Target } from '../src/engine/targets/target.ts';
import { TARGET_GROUPS } from '../src/engine/targets/targets.ts';
import { papersEn, rowWords } from '../src/i18n/papers/en.ts';

const HEAD = `# What the numbers are held to

Printed in a paper or a course, or exact; written by \`npm run -s papers -- --document\` from \`src/engine/targets/\`, where each
number stands once. Where a source prints one random draw, that draw is one sample of a wide distribution: the median over
seeds is held against the band such draws come from, never against the printed digits. Unless said otherwise: a fresh matrix of
independent weights per layer, biases 0, *n* the width, layers counted from 1. *Learned* is 95 % of the test examples right
(digits: 90 %), looked at every 50 steps. The bands of T4 and D3 are our own: small analogues of He et al. 2015, figures 2 and 3.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|');
const number = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '∞';

function groupName(id: string): string {
  const names: Readonly<Record<string, string>> = papersEn.groups;
  return names[id] ?? id;
}

function row(target: Target): string {
  const { name } = SOURCES[target.source];
  const place = target.place.at === '' ? '' : `, ${target.place.kind} ${target.place.at}`;
  const values = target.values
    .map(({ label, band: [low, high] }) =>
      low === high ? `${label} ${number(low)}` : `${label} ${number(low)}–${number(high)}`,
    )
    .join('; ');
  const title = rowWords(papersEn, target.id).title;
  const cells = [target.id, title, target.printed, values, name + place].map(cell);
  return `| ${cells.join(' | ')} |`;
}

export const targetsDocument = (): string =>
  [
    HEAD,
    ...Object.entries(TARGET_GROUPS).flatMap(([id, targets]) => [
      `## ${groupName(id)}\n`,
      '| id | what | printed | bands | source |\n|---|---|---|---|---|',
      `${targets.map(row).join('\n')}\n`,
    ]),
  ].join('\n');
