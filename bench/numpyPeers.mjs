/** Single-threaded NumPy, in a process of its own; `null` where it is not installed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Times in ms: the first in a new process, and the median of `times` later ones. */
export function numpyTimes({ depth, width, batch, act }, times) {
  const words = [`${here}numpyPeer.py`, depth, width, batch, act, times].map(String);
  const { status, stdout } = spawnSync('python3', words, { encoding: 'utf8' });
  if (status !== 0) return null;
  const [cold, warm] = stdout.split(' ').map(Number);
  return { cold, warm };
}

/** Training steps per second, the median of `rounds`. */
export function numpySteps({ sizes, act, steps }, rounds) {
  const words = [`${here}numpyTrainPeer.py`, sizes.join(','), act, steps, rounds].map(String);
  const { status, stdout } = spawnSync('python3', words, { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}
