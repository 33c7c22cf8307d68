/** Makes sure that Node is new enough and that node_modules matches the lockfile. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules/.init-lab-lock');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Init Lab needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  // All output goes to stderr; stdout belongs to the command that follows.
  console.error('Installing what package-lock.json lists …');
  const stdio = ['inherit', 2, 2];
  const npm = (...words) =>
    spawnSync('npm', words, { cwd: root, stdio, shell: process.platform === 'win32' });
  if (npm('ci').status !== 0 && npm('install').status !== 0) {
    console.error('The packages could not be installed. Is there a network?');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
