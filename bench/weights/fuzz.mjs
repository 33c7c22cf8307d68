/**
 * Examines 10,000 damaged weight files: `node bench/weights/fuzz.mjs [--files 10000]`. None may cause a crash or
 * take 2 s of CPU time.
 */
import { parseArgs } from 'node:util';
import { importTs } from '../../scripts/run-ts.mjs';

const { values } = parseArgs({ options: { files: { type: 'string' } } });
const { fileBytes, fileNames } = await importTs('tests/weightsFile/files.ts');
const { fateOf, mutate } = await importTs('tests/weightsFile/mutate.ts');

const total = Number(values.files ?? 10_000);
const fates = new Map();
let slowest = 0;
let peak = 0;
for (let seed = 0; seed < total; seed += 1) {
  const name = fileNames[seed % fileNames.length];
  const bytes = mutate(fileBytes(name), seed);
  // CPU time, because wall-clock time depends on other work on the machine.
  const start = process.cpuUsage();
  const fate = await fateOf(bytes);
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  slowest = Math.max(slowest, ms);
  peak = Math.max(peak, process.memoryUsage().rss);
  const key = fate.kind === 'refused' ? fate.failure : fate.kind;
  fates.set(key, (fates.get(key) ?? 0) + 1);
  if (fate.kind === 'crashed' || ms > 2000) {
    console.log(
      `seed ${seed}, ${name}: ${fate.kind} after ${ms.toFixed(0)} ms`,
      fate.problem ?? '',
    );
    process.exitCode = 1;
  }
}
console.log(Object.fromEntries([...fates].sort((a, b) => b[1] - a[1])));
console.log(`slowest ${slowest.toFixed(0)} ms, at most ${(peak / 1e6).toFixed(0)} MB resident`);
