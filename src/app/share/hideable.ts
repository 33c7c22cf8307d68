/** The controls that a teacher may hide, by their names in the link's key `hide`. */
import type { ShareWords } from '../../i18n/share/en.ts';
import { MORE_NAMES } from '../../panels/controls/stageControls.ts';
import { STAGE_CONTROLS } from '../../panels/controls/stageControls.ts';
import type { View } from '../address/route.ts';

export type ControlName = keyof ShareWords['controls'];

/** Controls of networks that are not plain. */
const NETS: readonly ControlName[] = [
  'net',
  'kernel',
  'padding',
  'block',
  'branch',
  'norm',
  'head',
  'input_mean',
  'input_std',
];

const LAB: readonly ControlName[] = [
  'initializer',
  'lane',
  'act',
  'depth',
  'width',
  'batch',
  'quantity',
  'scale',
  'seed',
  ...MORE_NAMES,
  ...NETS,
  'export',
];

const RACE: readonly ControlName[] = [
  'initializer',
  'lane',
  'input',
  'lr',
  'steps',
  'momentum',
  'train_batch',
  'seeds',
  'rescue',
  'act',
  'depth',
  'width',
  'quantity',
  'scale',
  'seed',
  'in',
  'out',
  'bias',
  ...NETS,
  'keep',
  'imbalance',
  'prior_bias',
  'export',
];

/** `skip` hidden: every question must be answered before its outcome is shown. */
const LESSON: readonly ControlName[] = ['skip', ...STAGE_CONTROLS, 'export'];

const HIDEABLE: Readonly<Partial<Record<View, readonly ControlName[]>>> = {
  lab: LAB,
  train: RACE,
  lesson: LESSON,
};

/** In their order on the page; empty for views without controls. */
export const hideable = (view: View): readonly ControlName[] => HIDEABLE[view] ?? [];
