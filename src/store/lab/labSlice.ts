import { clampConfig, LIMITS } from '../../engine/lab/config.ts';
import { DEFAULT_LAB } from '../../engine/lab/config.ts';
import type { Stage } from '../../engine/lab/config.ts';
import type { Lab, LabLane, Settings } from '../../engine/lab/lab.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { clampOwnTrain } from '../../engine/lab/trainSettings.ts';
import type { LabSlice, StageSlice } from '../state/types.ts';

type Update = (change: (state: LabSlice & StageSlice) => Partial<LabSlice>) => void;

/** Keeps the old object of every unchanged lane, so that it is not rendered again. */
function kept(before: readonly LabLane[], after: readonly LabLane[]): readonly LabLane[] {
  const same = (lane: LabLane, i: number): boolean =>
    JSON.stringify(lane) === JSON.stringify(before[i]);
  if (before.length === after.length && after.every(same)) return before;
  return after.map((lane, i) => (same(lane, i) ? (before[i] ?? lane) : lane));
}

/** Keeps the old activation if it is the same, for the same reason. */
const keptAct = (before: Settings['act'], after: Settings['act']): Settings['act'] =>
  JSON.stringify(before) === JSON.stringify(after) ? before : after;

/** The lab with every number clamped to the limits of the stage. */
function clamped(lab: Lab, stage: Stage): Lab {
  const first = lab.lanes[0];
  if (first === undefined) return lab;
  const { initializer: _, ...settings } = clampConfig(
    {
      ...lab.settings,
      initializer: first.initializer,
    },
    stage,
  ).value;
  const lanes = lab.lanes.map((lane) => {
    const whole = clampConfig(laneConfig(lab, lane), stage).value;
    const keys = Object.keys(lane.overrides);
    const overrides = Object.fromEntries(
      Object.entries(whole).filter(([key]) => keys.includes(key)),
    );
    const own = lane.train === undefined ? {} : { train: clampOwnTrain(lane.train) };
    return { ...lane, ...own, initializer: whole.initializer, overrides };
  });
  const act = keptAct(lab.settings.act, settings.act);
  return { ...lab, settings: { ...settings, act }, lanes: kept(lab.lanes, lanes) };
}

function without(lane: LabLane, key: keyof Settings): LabLane {
  if (!Object.hasOwn(lane.overrides, key)) return lane;
  const { [key]: _, ...overrides } = lane.overrides;
  return { ...lane, overrides };
}

/** Removes overrides of `key`; returns the same array if there are none. */
function withoutAll(lanes: readonly LabLane[], key: keyof Settings): readonly LabLane[] {
  const some = lanes.some(({ overrides }) => Object.hasOwn(overrides, key));
  return some ? lanes.map((lane) => without(lane, key)) : lanes;
}

export function createLabSlice(update: Update): LabSlice {
  const change = (next: (lab: Lab) => Lab): void =>
    update(({ lab, stage }) => ({ lab: clamped(next(lab), stage) }));
  return {
    lab: DEFAULT_LAB,
    baseline: DEFAULT_LAB,
    notices: [],
    dismissNotices: () => update(() => ({ notices: [] })),
    setSetting: (key, value) =>
      change((lab) => ({
        ...lab,
        settings: { ...lab.settings, [key]: value },
        lanes: withoutAll(lab.lanes, key),
      })),
    setLane: (index, lane) => change((lab) => ({ ...lab, lanes: lab.lanes.with(index, lane) })),
    addLane: (lane) =>
      change((lab) =>
        lab.lanes.length < LIMITS.lanes.max ? { ...lab, lanes: [...lab.lanes, lane] } : lab,
      ),
    removeLane: (index) =>
      change((lab) =>
        lab.lanes.length > 1 ? { ...lab, lanes: lab.lanes.toSpliced(index, 1) } : lab,
      ),
    moveLane: (from, to) =>
      change((lab) => {
        const lane = lab.lanes[from];
        if (lane === undefined) return lab;
        return { ...lab, lanes: lab.lanes.toSpliced(from, 1).toSpliced(to, 0, lane) };
      }),
    newSeed: () =>
      change((lab) => ({
        ...lab,
        settings: { ...lab.settings, seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 },
        lanes: lab.lanes.map((lane) => without(lane, 'seed')),
      })),
    setSeeds: (seeds) =>
      change((lab) => ({
        ...lab,
        seeds: Math.min(LIMITS.seeds.max, Math.max(LIMITS.seeds.min, Math.round(seeds) || 1)),
      })),
    replaceLab: (lab, notices) => update(() => ({ lab, baseline: lab, notices })),
  };
}
