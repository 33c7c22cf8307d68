/** Runs one half of an experiment that two workers share, as `execute` runs whole jobs. */
import { measurePasses } from '../engine/experiment/propagate.ts';
import { measurer } from '../engine/measure/measurements.ts';
import type { Kernels } from '../engine/kernels.ts';
import type { Tick } from '../engine/pace.ts';
import { computeHalf } from '../engine/passes/computeHalf.ts';
import { measureHalf } from '../engine/passes/measureHalf.ts';
import { planOf } from '../engine/passes/plan.ts';
import { connect } from './connect.ts';
import { layerParts } from './executeLab.ts';
import type { Run } from './parts.ts';
import type { ComputeJob, HalfJob, MeasureJob } from './protocol.ts';

/** What a half tells its thread. */
export interface Link {
  /** It can do nothing before the other half sends something. */
  readonly onWait: () => void;
  /** The other half has sent something. */
  readonly onArrival: () => void;
}

const waitFor =
  ({ onWait }: Link) =>
  (tick: Tick): void => {
    if (tick.waits === true) onWait();
  };

function* measure({ config, domains, port }: MeasureJob, kernels: Kernels, link: Link): Run {
  try {
    const plan = planOf(config);
    const half = measureHalf(plan, kernels, connect(port, link.onArrival));
    const run = measurePasses(plan, half, domains, kernels);
    return yield* layerParts(config, run, waitFor(link));
  } finally {
    port.close();
  }
}

/** Leaves the port open, since its last message may not have arrived; the other half closes it. */
function* compute({ config, domains, port }: ComputeJob, kernels: Kernels, link: Link): Run {
  const onTick = waitFor(link);
  const plan = planOf(config);
  const { summary } = measurer(plan, domains, kernels);
  for (const tick of computeHalf(plan, kernels, connect(port, link.onArrival), summary)) {
    onTick(tick);
    yield null;
  }
  return null;
}

/** Starts a half. Abandon it with `return()`, which frees the kernels' memory. */
export function executeHalf(job: HalfJob, kernels: Kernels, link: Link): Run {
  return job.kind === 'measure' ? measure(job, kernels, link) : compute(job, kernels, link);
}
