/** The controls a step of the lesson may put under its stage; a teacher's link hides them by these names. */
export const STAGE_CONTROLS = [
  'width',
  'depth',
  'act',
  'quantity',
  'seed',
  'gain',
  'recipe',
  'shape',
] as const;
export type StageControl = (typeof STAGE_CONTROLS)[number];

/** Names of the settings in MoreControls that a link can hide. */
export const MORE_NAMES = ['input', 'in', 'out', 'bias', 'precision', 'seeds', 'backward'] as const;
