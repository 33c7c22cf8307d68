/**
 * Prints the section of CHANGELOG.md for a tag: node scripts/releaseNotes.mjs v0.2.0. The tag must match the
 * version in package.json.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (name) => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');

/** The lines below `## version`, up to the next `## `; `null` if there is no such heading. */
export function sectionOf(changelog, version) {
  const lines = changelog.split('\n');
  const start = lines.findIndex(
    (line) => line.replace(/[[\]]/g, '').split(' ')[1] === version && line.startsWith('## '),
  );
  if (start < 0) return null;
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  return lines
    .slice(start + 1, length < 0 ? undefined : start + 1 + length)
    .join('\n')
    .trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tag = process.argv[2] ?? '';
  const { version } = JSON.parse(read('package.json'));
  const section = sectionOf(read('CHANGELOG.md'), version);
  if (tag !== `v${version}`) throw new Error(`the tag is ${tag}, package.json says ${version}`);
  if (!section) throw new Error(`CHANGELOG.md has no section for ${version}`);
  console.log(section);
}
