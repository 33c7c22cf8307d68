import { beforeEach, expect, test } from 'vitest';
import { storeOf } from '../../../tests/store.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import { newLane } from '../lab/labReplies.ts';
import { askedOfLab } from '../lab/labRunner.ts';
import { newRace } from '../race/raceReplies.ts';
import { askedOfRaces } from '../race/raceRunner.ts';
import { sent } from './requests.ts';

const QUERY = 'lane=he_normal&lane=zeros&depth=2&width=4&lr=0.3';
const stageOf = (kind: 'lab' | 'race', query = QUERY) => {
  const { lab, train } = parseQuery(query, kind);
  return { kind, lab, train, quantity: 'gradients', start: 'at-once' } as const;
};
let store: ReturnType<typeof storeOf>;
beforeEach(() => {
  store = storeOf();
  store.getState().putOnStage('a', stageOf('lab'));
  const asked = askedOfLab(store.getState());
  store.setState({ lanes: asked.map((each, i) => newLane(each, sent(i + 1))), focus: 2 });
});

test('a stage is put up at once: nobody ever sees the new key beside old results', () => {
  const seen: string[] = [];
  store.subscribe(({ staged, lab, lanes, stage, focus }) =>
    seen.push(JSON.stringify([staged, stage, lab.settings.depth, lanes.length, focus])),
  );
  store.getState().putOnStage('b', stageOf('lab', `${QUERY}&depth=5`));
  expect(seen).toEqual(['["b","lab",5,0,null]']);
});

test('a step on the same stage keeps what has been computed', () => {
  const { lanes, lab } = store.getState();
  store.getState().putOnStage('b', stageOf('lab'));
  expect(store.getState()).toMatchObject({ staged: 'b', focus: null, quantity: 'gradients' });
  expect(store.getState().lanes).toBe(lanes);
  expect(store.getState().lab).toBe(lab);
});

test('after a control was moved, a step is untouched again', () => {
  store.getState().setSetting('depth', 5);
  expect(store.getState().lab).not.toBe(store.getState().baseline);
  store.getState().putOnStage('b', stageOf('lab', `${QUERY}&depth=5`));
  expect(store.getState().lab).toBe(store.getState().baseline);
});

test('another training empties the races, and of a lab nothing', () => {
  store.getState().putOnStage('r', stageOf('race'));
  const [asked] = askedOfRaces(store.getState());
  store.setState({ races: [newRace(asked!, sent(7))] });
  store.getState().putOnStage('s', stageOf('race', `${QUERY}&steps=70`));
  expect(store.getState()).toMatchObject({ races: [], lanes: [], train: { lr: 0.3, steps: 70 } });
});

test('another view holds no step’s stage', () => {
  store.getState().setStage('lab');
  expect(store.getState().staged).toBeNull();
});
