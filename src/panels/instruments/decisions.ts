/** Converts the table of activations and rules to lanes of the lab, and back. */
import {
  completeActivation,
  completeInitializer,
  printInitializer,
} from '../../engine/rules/spec.ts';
import type { Lab, LabLane, Settings } from '../../engine/lab/lab.ts';
import type { ActivationId, InitializerSpec } from '../../engine/types.ts';

export const ROWS = ['tanh', 'sigmoid', 'relu', 'selu', 'linear'] as const satisfies ActivationId[];
export type Row = (typeof ROWS)[number];

const spec = (id: InitializerSpec['id'], params = {}): InitializerSpec =>
  completeInitializer({ id, params }).value;

export const RULES = {
  xavier_normal: spec('xavier_normal'),
  he_normal: spec('he_normal'),
  lecun_normal: spec('lecun_normal'),
  random_normal: spec('random_normal', { std: 0.1 }),
} as const;
export type Rule = keyof typeof RULES;

/** `null`: not chosen yet. */
export type Decisions = Readonly<Record<Row, Rule | null>>;

/** Settings of the networks a choice is tried on, put into the lab when its lanes are not a table. */
export const TABLE_SETTINGS = {
  in: 512,
  depth: 20,
  width: 128,
  out: 512,
  batch: 64,
} as const satisfies Partial<Settings>;

const isRule = (id: string): id is Rule => Object.hasOwn(RULES, id);
export const RULE_IDS: readonly Rule[] = Object.keys(RULES).filter(isRule);

const UNDECIDED: Decisions = { tanh: null, sigmoid: null, relu: null, selu: null, linear: null };

/** A lab always has a lane; this one stands for an empty table. */
const EMPTY: LabLane = {
  initializer: spec('zeros'),
  overrides: { act: completeActivation({ id: 'linear', params: {} }).value },
};

const ruleOf = ({ initializer }: LabLane): Rule | undefined =>
  RULE_IDS.find((id) => printInitializer(RULES[id]) === printInitializer(initializer));
const rowOf = ({ overrides }: LabLane): Row | undefined =>
  ROWS.find((row) => row === overrides.act?.id);
const isEmpty = (lane: LabLane): boolean =>
  lane.initializer.id === EMPTY.initializer.id && rowOf(lane) === 'linear';

/** The lanes of a table, in the order of its rows; a single default lane if nothing is chosen. */
export function lanesOf(decisions: Decisions): readonly LabLane[] {
  const lanes = ROWS.flatMap((row): readonly LabLane[] => {
    const rule = decisions[row];
    if (rule === null) return [];
    const act = completeActivation({ id: row, params: {} }).value;
    return [{ initializer: RULES[rule], overrides: { act } }];
  });
  return lanes.length === 0 ? [EMPTY] : lanes;
}

/** Whether the lab's lanes are a table: each lane is the choice for a different row, with that row's activation. */
export function isTable({ lanes }: Lab): boolean {
  if (lanes.length === 1 && lanes.every(isEmpty)) return true;
  const rows = lanes.map((lane) => (ruleOf(lane) === undefined ? undefined : rowOf(lane)));
  return !rows.includes(undefined) && new Set(rows).size === rows.length;
}

/** The choices that the lanes represent; none where they are not a table. */
export function decisionsOf(lab: Lab): Decisions {
  if (!isTable(lab)) return UNDECIDED;
  const chosen = lab.lanes.map((lane) => [rowOf(lane), ruleOf(lane)] as const);
  const of = (row: Row): Rule | null => chosen.find(([each]) => each === row)?.[1] ?? null;
  return {
    tanh: of('tanh'),
    sigmoid: of('sigmoid'),
    relu: of('relu'),
    selu: of('selu'),
    linear: of('linear'),
  };
}

/** The lane of a row; −1 where nothing is chosen. */
export const laneOf = (lab: Lab, row: Row): number =>
  lab.lanes.findIndex((lane) => rowOf(lane) === row && ruleOf(lane) !== undefined);
