import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { DEFAULT_LAB, LIMITS } from '../../engine/lab/config.ts';
import { DEFAULT_TRAIN } from '../../engine/lab/trainSettings.ts';
import { storeOf } from '../../../tests/store.ts';

let store: ReturnType<typeof storeOf>;
beforeEach(() => {
  store = storeOf();
});
const lab = () => store.getState().lab;

test('numbers are clamped', () => {
  store.getState().setSetting('depth', 1e9);
  expect(lab().settings.depth).toBe(100);
  store.getState().setSetting('width', Number.NaN);
  expect(lab().settings.width).toBe(DEFAULT_LAB.settings.width);
  store.getState().setSeeds(-3);
  expect(lab().seeds).toBe(1);
});

test('a setting keeps the objects of the others, which are not rendered again', () => {
  const before = lab();
  store.getState().setSetting('depth', 7);
  expect(lab().settings.act).toBe(before.settings.act);
  expect(lab().lanes).toBe(before.lanes);
});

test('a common setting drops the overrides of its key and no other', () => {
  const [lane] = lab().lanes;
  store.getState().setLane(0, { ...lane!, overrides: { depth: 3, width: 8 } });
  store.getState().setSetting('depth', 7);
  expect(lab().lanes[0]!.overrides).toEqual({ width: 8 });
});

test('one to six lanes, added, moved and removed', () => {
  const [lane] = lab().lanes;
  for (let i = 0; i < 9; i += 1) store.getState().addLane(lane!);
  expect(lab().lanes.length).toBe(6);
  const he = lab().lanes[3];
  store.getState().moveLane(3, 0);
  expect(lab().lanes[0]).toEqual(he);
  for (let i = 0; i < 9; i += 1) store.getState().removeLane(0);
  expect(lab().lanes.length).toBe(1);
});

test('reset returns to what the link said', () => {
  const linked = { ...DEFAULT_LAB, settings: { ...DEFAULT_LAB.settings, depth: 33 } };
  store.getState().replaceLab(linked, []);
  store.getState().replaceTrain({ ...DEFAULT_TRAIN, lr: 0.1 });
  store.getState().setSetting('depth', 5);
  store.getState().newSeed();
  store.getState().setTrain({ lr: 0.3, steps: 7 });
  store.getState().reset();
  expect(lab()).toEqual(linked);
  expect(store.getState().train).toEqual({ ...DEFAULT_TRAIN, lr: 0.1 });
});

test('a new seed is whole, within its limits, and for all lanes', () => {
  const [lane] = lab().lanes;
  store.getState().setLane(0, { ...lane!, overrides: { seed: 5, depth: 3 } });
  store.getState().newSeed();
  const { seed } = lab().settings;
  expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
  expect(lab().lanes[0]!.overrides).toEqual({ depth: 3 });
});

test('an override is clamped like the setting itself', () => {
  const [lane] = lab().lanes;
  store.getState().setLane(0, { ...lane!, overrides: { width: 1e6, batch: -1 } });
  expect(lab().lanes[0]!.overrides).toEqual({ width: 1024, batch: 1 });
});

test('whatever is set, the lab stays one that can run', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('depth' as const, 'width' as const, 'batch' as const, 'seed' as const),
      fc.double(),
      (key, value) => {
        store.getState().setSetting(key, value);
        const { min, max } = LIMITS[key];
        const set = lab().settings[key];
        expect(Number.isInteger(set)).toBe(true);
        expect(set).toBeGreaterThanOrEqual(min);
        expect(set).toBeLessThanOrEqual(max);
      },
    ),
  );
});
