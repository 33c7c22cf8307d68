/**
 * Compares the galleries with those of another commit: node scripts/compareGallery.mjs [commit], by default
 * origin/main. Both are drawn by the same browser on this machine, so the repository stores no pictures and the
 * installed fonts do not matter. Differences are shown side by side in .cache/gallery/report/index.html.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserEnvironment, findBrowser, NO_BROWSER } from './browser.mjs';
import { tool } from './check.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache/gallery');
/** The other commit's checkout; inside the root, so that its imports resolve to the root's packages. */
const base = join(folder, 'base');
const commit = process.argv[2] ?? 'origin/main';

const git = (...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const lockfile = (tree) => readFileSync(join(tree, 'package-lock.json'), 'utf8');

function removeBase() {
  rmSync(base, { recursive: true, force: true });
  git('worktree', 'prune');
}

function checkOutBase() {
  removeBase();
  git('worktree', 'add', '--detach', '--force', base, commit);
  if (lockfile(base) === lockfile(root)) return;
  console.log('The lockfiles differ: installing the packages of that commit …');
  execFileSync('npm', ['ci'], { cwd: base, stdio: 'inherit', shell: process.platform === 'win32' });
}

/** Resolves to Playwright's output and exit code, which is 0 if all could be drawn and match the pictures. */
function drawGalleries(tree, updateSnapshots, environment, { live }) {
  const config = 'e2e/gallery/playwright.config.ts';
  const words = ['playwright', 'test', '--config', config, `--update-snapshots=${updateSnapshots}`];
  const env = { ...process.env, ...environment, GALLERY_ROOT: tree };
  return tool(words, { live, env });
}

const browser = await findBrowser(console.log);
if (browser === null) throw new Error(NO_BROWSER);
const environment = browserEnvironment(browser);
rmSync(join(folder, 'pictures'), { recursive: true, force: true });
try {
  checkOutBase();
  const name = git('log', '-1', '--format=%h %s', commit);
  console.log(`Drawing ${name}`);
  const before = await drawGalleries(base, 'all', environment, { live: false });
  if (before.code !== 0) {
    console.error(before.printed);
    throw new Error(
      `The galleries of ${name} could not be drawn: there is nothing to compare with.`,
    );
  }
  console.log('Drawing this tree, and comparing');
  const { code } = await drawGalleries(root, 'none', environment, { live: true });
  console.log(code === 0 ? 'Nothing looks different.' : `See ${join(folder, 'report/index.html')}`);
  process.exitCode = code;
} finally {
  if (existsSync(base)) removeBase();
}
