/** The convolutions in PyTorch, if installed: one process per memory layout, asked in turn. */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('torchConvPeer.py', import.meta.url));
/** Debian's package is installed for the system's Python, which may not be the first in PATH. */
const PYTHONS = ['python3', '/usr/bin/python3'];

// OPENBLAS_CORETYPE could restrict OpenBLAS to narrower SIMD registers.
const { OPENBLAS_CORETYPE: _coreType, ...env } = process.env;

/** `sizes`: the arguments of torchConvPeer.py after the layout. The result is empty if PyTorch is not installed. */
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
