/** PyTorch's side of the convolutions, where a python has it: a process for each memory layout, asked in turns. */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('torchConvPeer.py', import.meta.url));
/** Debian's package belongs to its own python, which need not be the first. */
const PYTHONS = ['python3', '/usr/bin/python3'];

// OpenBLAS would be held to narrow registers.
const { OPENBLAS_CORETYPE: _coreType, ...env } = process.env;

/** `sizes`: what torchConvPeer.py takes after the layout. Empty where there is no PyTorch. */
export async function torchPeers(sizes) {
  const python = PYTHONS.find(
    (name) => spawnSync(name, ['-c', 'import torch'], { env }).status === 0,
  );
  if (python === undefined) return [];
  return ['contiguous', 'channels_last'].map((layout) => {
    const child = spawn(python, [script, layout, ...sizes.map(String)], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return {
      name: `PyTorch, one thread, ${layout}`,
      async time(what) {
        child.stdin.write(`${what}\n`);
        const { value, done } = await lines.next();
        if (done) throw new Error('PyTorch ended before it had answered');
        return Number(value);
      },
      end: () => child.stdin.end(),
    };
  });
}
