import { beforeAll, expect, test } from 'vitest';
import { sharedDomains } from '../../engine/lab/domains.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import type { LaneRun } from '../../engine/experiment/results.ts';
import { runLane } from '../../engine/experiment/runLane.ts';
import { createReference } from '../../kernels/reference.ts';
import type { Reply } from '../../worker/client.ts';
import { applyReplies, newLane } from './labReplies.ts';
import { problemOf, sent } from '../state/requests.ts';
import { isStale, laneStatus } from '../state/selectors.ts';
import type { LaneState } from '../state/types.ts';

function made(query: string): { readonly run: LaneRun; readonly lane: LaneState } {
  const { lab } = parseQuery(query);
  const config = laneConfig(lab, lab.lanes[0]!);
  const domains = sharedDomains([config]);
  const run = runLane(config, domains, createReference(), () => 0);
  const { input, layers, outcome } = run;
  const total = config.depth * (config.backward ? 2 : 1);
  const asked = { config, domains, key: query };
  const shown = { runId: 1, config, domains, input, layers, outcome, ms: 5, done: total, total };
  return { run, lane: { ...newLane(asked, sent(1)), shown } };
}

const OLD = 'lane=he_normal&depth=4&width=8&batch=4';
let before: LaneState;
let asking: LaneState;
let next: LaneRun;

/** The lane after it was asked for another run. */
function askedAgain(query: string): LaneState {
  const other = made(query);
  next = other.run;
  return { ...before, asked: other.lane.asked, request: sent(2) };
}

beforeAll(() => {
  before = made(OLD).lane;
});

const at = { lane: 0, runId: 2 };
const layer = (index: number): Reply => ({
  ...at,
  type: 'layer',
  stats: next.layers[index]!,
  done: index + 1,
  total: 8,
});
const backward = (index: number): Reply => {
  const { gradients, weightGradients } = next.layers[index]!;
  return {
    ...at,
    type: 'backward',
    stats: {
      layer: index + 1,
      gradients: gradients!,
      weightGradients: weightGradients!,
      theoryGradientStd: null,
      placeGradients: null,
    },
    done: 5,
    total: 8,
  };
};
const done: Reply = { ...at, type: 'done', ms: 3, outcome: null };
const reply = (replies: readonly Reply[]): LaneState => applyReplies([asking], replies)[0]!;

test('the old picture stays, marked stale, until the first layer comes', () => {
  asking = askedAgain(`${OLD}&seed=2`);
  expect(isStale(asking)).toBe(true);
  expect(laneStatus(asking)).toBe('running');
  expect(asking.shown).toBe(before.shown);
  const first = reply([layer(0)]);
  expect(isStale(first)).toBe(false);
  expect(laneStatus(first)).toBe('running');
  expect(first.shown!.layers[0]!.activations).toBe(next.layers[0]!.activations);
});

test('layers not answered yet keep their identity', () => {
  asking = askedAgain(`${OLD}&seed=2`);
  const { layers } = reply([layer(1)]).shown!;
  for (const index of [0, 2, 3]) expect(layers[index]).toBe(before.shown!.layers[index]);
  expect(layers[1]).not.toBe(before.shown!.layers[1]);
});

test('a layer keeps the old gradients until the new ones come', () => {
  asking = askedAgain(`${OLD}&seed=2`);
  const forward = reply([layer(2)]).shown!.layers[2]!;
  expect(forward.gradients).toBe(before.shown!.layers[2]!.gradients);
  const both = reply([layer(2), backward(2)]).shown!.layers[2]!;
  expect(both.gradients).toBe(next.layers[2]!.gradients);
  expect(both.weightGradients).toBe(next.layers[2]!.weightGradients);
  expect(both.activations).toBe(next.layers[2]!.activations);
});

test('without a backward pass the old gradients do not stay', () => {
  asking = askedAgain(`${OLD}&backward=0`);
  expect(reply([layer(2)]).shown!.layers[2]!.gradients).toBeNull();
});

test('a shallower run cuts the picture, a deeper one grows it', () => {
  asking = askedAgain('lane=he_normal&depth=2&width=8&batch=4');
  expect(reply([layer(0)]).shown!.layers.length).toBe(2);
  asking = askedAgain('lane=he_normal&depth=6&width=8&batch=4');
  expect(reply([0, 1, 2, 3, 4, 5].map(layer)).shown!.layers.length).toBe(6);
});

test('done ends it: the time, the outcome, no problem', () => {
  asking = askedAgain(`${OLD}&seed=2`);
  const after = reply([layer(0), layer(1), layer(2), layer(3), done]);
  expect(laneStatus(after)).toBe('done');
  expect(after.shown).toMatchObject({ ms: 3, outcome: null, done: 8 });
});

test('a failure leaves the picture and tells the problem', () => {
  asking = askedAgain(`${OLD}&seed=2`);
  const error = { code: 'crashed', detail: '' } as const;
  const after = reply([{ ...at, type: 'failed', error }]);
  expect(laneStatus(after)).toBe('failed');
  expect(problemOf(after.request)).toEqual(error);
  expect(after.shown).toBe(before.shown);
});

test('what was asked for before changes nothing, not even identity', () => {
  asking = askedAgain(`${OLD}&seed=2`);
  const old: Reply = { ...layer(0), runId: 1 };
  expect(reply([old, { ...done, runId: 1 }])).toBe(asking);
});
