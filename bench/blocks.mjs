/**
 * CPU times beyond plain networks: node bench/blocks.mjs. Blocks and normalization compared with the plain network,
 * forward and backward; the map, the circle, and 48 trained cells. CPU time, because wall-clock time depends on other
 * work on a shared machine.
 */
import { createKernels } from '../scripts/kernels.mjs';
import { importTs } from '../scripts/run-ts.mjs';
import { median } from './median.mjs';

const { parseQuery } = await importTs('src/engine/lab/query.ts');
const { runLab } = await importTs('src/engine/experiment/runLane.ts');
const { chiGrid, mapReach, spaced, MAP_BIAS_VARIANCE } = await importTs(
  'src/engine/map/chiGrid.ts',
);
const { foldCircle } = await importTs('src/engine/map/circle.ts');
const { planeFunction } = await importTs('src/engine/map/planeFunction.ts');
const { bornDead, BORN_DEAD_WIDTHS } = await importTs('src/engine/map/bornDead.ts');
const { cellsOf, trainCell, TRAINABILITY_DEPTHS, TRAINABILITY_VARIANCES } = await importTs(
  'src/engine/map/trainability.ts',
);
const { parseMap } = await importTs('src/engine/map/mapQuery.ts');

const kernels = await createKernels();

/** Median CPU time in ms over `rounds` runs, after one warm-up run. */
function cpu(run, rounds = 5) {
  const times = [];
  for (let i = 0; i <= rounds; i += 1) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    if (i > 0 || rounds === 0) times.push((user + system) / 1000);
  }
  return median(times);
}
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const ms = (time) => (time >= 10 ? time.toFixed(0) : time.toFixed(1));

const SIZE = 'lane=he_normal&act=relu&depth=30&width=256&batch=256';
const runOf = (more) => cpu(() => runLab(parseQuery(`${SIZE}${more}`).lab, kernels, () => 0));
const plain = runOf('');
row('30 × 256, batch 256, forward and back', 'CPU ms', 'plain net = 1');
row('---', '---', '---');
row('plain', ms(plain), '1');
for (const more of [
  'block=residual1',
  'block=residual2',
  'norm=batch',
  'norm=layer',
  'block=residual1&norm=batch',
]) {
  const time = runOf(`&${more}`);
  row(more, ms(time), (time / plain).toFixed(2));
}

const act = { id: 'tanh', params: {} };
const start = { weightVariance: 1.75, biasVariance: 0.05 };
const net = { act, start, width: 64, seed: 1 };
console.log();
row('map', 'CPU ms');
row('---', '---');
row(
  'χ₁ at 61 × 61 starts',
  ms(cpu(() => chiGrid(act, spaced(0, mapReach(act), 61), spaced(0, MAP_BIAS_VARIANCE, 61)))),
);
row('circle', ms(cpu(() => foldCircle(kernels, net))));
row('function on the plane', ms(cpu(() => planeFunction(kernels, net))));
row(
  '2000 narrow nets of 30 layers',
  ms(cpu(() => BORN_DEAD_WIDTHS.map((width) => bornDead(kernels, width, 30, 1)))),
);
for (const width of [32, 64]) {
  const { query } = parseMap(`width=${width}&input=circle`);
  const grid = {
    lab: query.lab,
    train: query.train,
    biasVariance: start.biasVariance,
    depths: TRAINABILITY_DEPTHS,
    weightVariances: TRAINABILITY_VARIANCES,
    seeds: 1,
  };
  let first = 0;
  const all = cpu(() => {
    const began = process.cpuUsage();
    for (const [i, cell] of cellsOf(grid).entries()) {
      const race = trainCell(grid, cell, kernels);
      while (race.next().done !== true);
      const { user, system } = process.cpuUsage(began);
      if (i === 0) first = (user + system) / 1000;
    }
  }, 0);
  row(`48 cells, width ${width}; the first`, `${ms(all)}; ${ms(first)}`);
}
