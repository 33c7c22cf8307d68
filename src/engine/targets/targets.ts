/** Every target: one row per printed or exact number, in the order of the papers page. */
import { BLOCK_TARGETS } from './blocks.ts';
import { CONVOLUTION_TARGETS } from './convolution.ts';
import { CORRELATION_TARGETS } from './correlation.ts';
import { GLOROT_TARGETS } from './glorot.ts';
import { INITIALIZATION_TARGETS } from './initialization.ts';
import { JACOBIAN_TARGETS } from './jacobian.ts';
import { OUTPUT_TARGETS } from './output.ts';
import { RULE_TARGETS } from './rules.ts';
import type { Target } from './target.ts';
import { TRAINABILITY_TARGETS } from './trainability.ts';
import { TRAINING_TARGETS } from './training.ts';

/** Targets by subject; each group is a section of the page. */
export const TARGET_GROUPS = {
  signal: INITIALIZATION_TARGETS,
  glorot: GLOROT_TARGETS,
  rules: RULE_TARGETS,
  convolution: CONVOLUTION_TARGETS,
  correlation: [...CORRELATION_TARGETS, ...TRAINABILITY_TARGETS],
  blocks: BLOCK_TARGETS,
  jacobian: JACOBIAN_TARGETS,
  output: OUTPUT_TARGETS,
  training: TRAINING_TARGETS,
} as const satisfies Record<string, readonly Target[]>;

export type TargetGroupId = keyof typeof TARGET_GROUPS;

export const TARGETS: readonly Target[] = Object.values(TARGET_GROUPS).flat();

export const targetOf = (id: string): Target | null =>
  TARGETS.find((target) => target.id === id) ?? null;
