/** Sample files to try the page with, made in memory. */
import type { MadeTensor } from '../write/madeTensor.ts';
import { chain, maker } from './make.ts';
import { BUG_IDS, BUGS } from './bugs.ts';
import type { BugId } from './bugs.ts';

export const SAMPLE_IDS = ['he', 'defaults', 'mixture'] as const;
export type SampleId = (typeof SAMPLE_IDS)[number];
/** Files that are made in the browser instead of read from a disk. */
export type MadeId = SampleId | BugId;

const SAMPLES: Readonly<Record<SampleId, () => readonly MadeTensor[]>> = {
  he() {
    const m = maker(101);
    return chain(
      [64, 128, 128, 128, 10],
      (name, shape, fanIn) => m.normal(name, shape, Math.sqrt(2 / fanIn)),
      (name, shape) => m.constant(name, shape, 0),
    );
  },
  defaults: BUGS.default.make,
  mixture() {
    const m = maker(102);
    return [
      m.normal('stem.weight', [32, 3, 3, 3], Math.sqrt(2 / 27)),
      m.constant('stem.bn.weight', [32], 1),
      m.normal('block.conv1.weight', [64, 32, 3, 3], Math.sqrt(2 / 32)),
      m.normal('block.conv2.weight', [64, 1, 3, 3], Math.sqrt(2 / 576)),
      m.constant('block.bn2.weight', [64], 0),
      m.normal('classifier.0.weight', [256, 64], Math.sqrt(2 / 256)),
      m.constant('classifier.0.bias', [256], 0),
      m.normal('classifier.2.weight', [100, 256], 1),
      m.constant('classifier.2.bias', [100], -4.6),
    ];
  },
};

export const isBug = (id: MadeId): id is BugId => BUG_IDS.some((each) => each === id);

/** The tensors of a sample file or of a case of the cabinet. */
export const madeTensors = (id: MadeId): readonly MadeTensor[] =>
  isBug(id) ? BUGS[id].make() : SAMPLES[id]();
