/** Runs every check and test (`npm test`). Arguments after `--` go to Playwright. */
import { stripVTControlCharacters } from 'node:util';
import { tool, check } from './check.mjs';
import { browserEnvironment, findBrowser, NO_BROWSER } from './browser.mjs';

/** The count before a word such as "passed" in a test runner's summary. */
function count(printed, pattern) {
  const plain = stripVTControlCharacters(printed);
  const numbers = [...plain.matchAll(pattern)].map((match) => Number(match[1]));
  return numbers.at(-1) ?? 0;
}

const checked = await check({ slow: true });
const built = await tool(['vite', 'build'], { live: true });

let pages = { code: 1, printed: '' };
const browser = built.code === 0 ? await findBrowser(console.log) : null;
if (browser !== null) {
  const env = { ...process.env, ...browserEnvironment(browser) };
  const words = ['playwright', 'test', ...process.argv.slice(2)];
  pages = await tool(words, { live: true, env });
} else if (built.code === 0) {
  console.error(NO_BROWSER);
}

const passed =
  count(checked.printed, /^\s*Tests\s.*?(\d+) passed/gm) +
  count(pages.printed, /^\s*(\d+) passed/gm);
const failed =
  count(checked.printed, /^\s*Tests\s+(\d+) failed/gm) + count(pages.printed, /^\s*(\d+) failed/gm);
const green = checked.passed && built.code === 0 && pages.code === 0;
console.log(`${passed} passed, ${green ? failed : Math.max(failed, 1)} failed`);
process.exit(green ? 0 : 1);
