/**
 * Runs the experiments of the preview images and stores their results in scripts/data/previewFigures.json:
 * `npm run previews`, when a test reports that the file is out of date. The build draws from the file.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { importTs } from './run-ts.mjs';

const { factsOf } = await importTs('tests/stageFacts.ts');
const { previewFigure } = await importTs('scripts/previews/previewFigure.ts');
const { PREVIEW_STAGES } = await importTs('scripts/previews/previewStages.ts');

const figures = {};
for (const [name, stage] of PREVIEW_STAGES) figures[name] = previewFigure(stage, factsOf(stage));
const path = fileURLToPath(new URL('data/previewFigures.json', import.meta.url));
// One line per figure, so that diffs show which one changed.
const lines = Object.entries(figures).map(
  ([name, figure]) => `  ${JSON.stringify(name)}: ${JSON.stringify(figure)}`,
);
await writeFile(path, `{\n${lines.join(',\n')}\n}\n`);
console.log(`${lines.length} pictures in ${path}`);
process.exit(0);
