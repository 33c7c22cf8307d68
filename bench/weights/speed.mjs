/**
 * Time and memory needed to examine a weight file, by default 100 MB of float32 in one safetensors file
 * on disk: `node --expose-gc bench/weights/speed.mjs [FILE]`.
 */
import { open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSource } from '../../scripts/fileSource.mjs';
import { importTs } from '../../scripts/run-ts.mjs';

const { examine } = await importTs('src/weightsFile/examine.ts');
const MATRICES = 20;
const ROWS = 1024;
const COLS = 1280;

/** Writes the file, returns its path. All matrices share one block of normal values, since Box–Muller is slow. */
async function made() {
  const path = join(tmpdir(), `init-lab-speed-${process.pid}.safetensors`);
  const values = new Float32Array(ROWS * COLS);
  for (let i = 0; i < values.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - Math.random())) * 0.04;
    const angle = 2 * Math.PI * Math.random();
    values[i] = radius * Math.cos(angle);
    values[i + 1] = radius * Math.sin(angle);
  }
  const size = values.byteLength;
  const header = Object.fromEntries(
    Array.from({ length: MATRICES }, (_, i) => [
      `layer${i}.weight`,
      { dtype: 'F32', shape: [ROWS, COLS], data_offsets: [i * size, (i + 1) * size] },
    ]),
  );
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  await writeFile(
    path,
    Buffer.concat([length, text, ...Array(MATRICES).fill(Buffer.from(values.buffer))]),
  );
  return path;
}

const given = process.argv[2];
const path = given ?? (await made());
const handle = await open(path);
const source = await fileSource(handle);
globalThis.gc?.();
const before = process.memoryUsage();
let peak = 0;
const watch = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  peak = Math.max(peak, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
};
const start = performance.now();
const cpu = process.cpuUsage();
const steps = examine(source, path, null);
for (let step = await steps.next(); !step.done; step = await steps.next()) watch();
const { user, system } = process.cpuUsage(cpu);
console.log(
  `${(source.size / 1e6).toFixed(0)} MB in ${((performance.now() - start) / 1000).toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of one core), at most ${(peak / 1e6).toFixed(0)} MB more memory`,
);
await handle.close();
if (given === undefined) await rm(path);
