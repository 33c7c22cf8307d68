/**
 * What a run shared by two threads takes on two free cores, also where none is free:
 * node bench/sharedRun.mjs [--rounds 9] ['<query>' …].
 *
 * The two halves take turns in one thread. Each piece of work between two messages counts with its shortest time of all
 * rounds, and two clocks follow the messages from half to half: one that waits goes on when the message was sent. The
 * threads' own cost of a message, about 0.03 ms, is left out.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { createKernels } from '../scripts/kernels.mjs';
import { importTs } from '../scripts/run-ts.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '9' } },
});
const SIZES = ['depth=50&width=512&batch=512', 'depth=10&width=256&batch=256'];
const queries =
  positionals.length > 0
    ? positionals
    : SIZES.flatMap((size) => [0, 1].map((b) => `lane=he_normal&${size}&backward=${b}`));

const { parseQuery } = await importTs('src/engine/lab/query.ts');
const { laneConfig } = await importTs('src/engine/lab/lab.ts');
const { sharedDomains } = await importTs('src/engine/lab/domains.ts');
const { measurePasses, propagate } = await importTs('src/engine/experiment/propagate.ts');
const { computeHalf } = await importTs('src/engine/passes/computeHalf.ts');
const { measureHalf } = await importTs('src/engine/passes/measureHalf.ts');
const { measurer } = await importTs('src/engine/measure/measurements.ts');
const { loadInputs } = await importTs('src/engine/data/generate.ts');
const { planOf } = await importTs('src/engine/passes/plan.ts');
const kernels = [await createKernels(), await createKernels()];

/** A half that runs until it waits, and keeps a list of its pieces of work and of what it sent and took between them. */
function half(create, inbox, outbox) {
  const events = [];
  let since = 0;
  const put = (type) => {
    const now = performance.now();
    events.push({ type, ms: now - since });
    since = performance.now();
  };
  const run = create({
    take() {
      if (inbox.length === 0) return null;
      put('take');
      return inbox.shift();
    },
    send(message) {
      put('send');
      outbox.push(message);
    },
  });
  return {
    events,
    /** Whether it has ended. */
    turn() {
      since = performance.now();
      for (;;) {
        const { done, value } = run.next();
        if (done || value?.waits) {
          put(done ? 'end' : 'wait');
          return done;
        }
      }
    },
  };
}

function round(config) {
  const domains = sharedDomains([config]);
  const plan = planOf(config);
  const { summary } = measurer(plan, domains, kernels[1]);
  const parts = [];
  const run = propagate(config, domains, kernels[0]);
  for (let done = false; !done;) {
    const start = performance.now();
    ({ done } = run.next());
    parts.push({ type: 'work', ms: performance.now() - start });
  }
  const [toMeasure, toCompute] = [[], []];
  const halves = [
    half(
      (exchange) =>
        measurePasses(plan, measureHalf(plan, kernels[0], exchange), domains, kernels[0]),
      toMeasure,
      toCompute,
    ),
    half((exchange) => computeHalf(plan, kernels[1], exchange, summary), toCompute, toMeasure),
  ];
  const ended = [false, false];
  while (!ended.every(Boolean)) {
    halves.forEach((each, i) => {
      if (!ended[i]) ended[i] = each.turn();
    });
  }
  return [parts, ...halves.map(({ events }) => events)];
}

/** The events of all rounds, each with its shortest time. */
const shortest = (rounds) =>
  rounds[0].map(({ type }, i) => ({ type, ms: Math.min(...rounds.map((each) => each[i].ms)) }));
const total = (events) => events.reduce((sum, { ms }) => sum + ms, 0);

/** When the later of the two halves ends. */
function twoClocks(halves) {
  const clocks = [0, 0];
  const at = [0, 0];
  const sent = [[], []];
  const taken = [0, 0];
  for (let moved = true; moved;) {
    moved = false;
    halves.forEach((events, i) => {
      for (; at[i] < events.length; at[i] += 1, moved = true) {
        const { type, ms } = events[at[i]];
        const message = sent[1 - i][taken[i]];
        if (type === 'take' && message === undefined) return;
        clocks[i] += ms;
        if (type === 'send') sent[i].push(clocks[i]);
        if (type === 'take') {
          clocks[i] = Math.max(clocks[i], message);
          taken[i] += 1;
        }
      }
    });
  }
  return Math.max(...clocks);
}

console.log('| run | one thread, ms | measuring half | computing half | two free cores | shared |');
console.log('|---|---|---|---|---|---|');
for (const query of queries) {
  const { lab } = parseQuery(query);
  const config = laneConfig(lab, lab.lanes[0]);
  await loadInputs([config.input]);
  round(config);
  const rounds = Array.from({ length: Number(values.rounds) }, () => round(config));
  const [alone, ...halves] = [0, 1, 2].map((i) => shortest(rounds.map((each) => each[i])));
  const together = twoClocks(halves);
  const times = [total(alone), ...halves.map(total), together].map((ms) => ms.toFixed(1));
  const ratio = `${(total(alone) / together).toFixed(2)} × as fast`;
  console.log(`| ${[query, ...times, ratio].join(' | ')} |`);
}
console.log(`\nLoad of the machine: ${loadavg()[0].toFixed(1)}`);
process.exit(0);
