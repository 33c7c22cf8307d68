import { DEFAULT_LAB } from '../../engine/lab/config.ts';
import { DEFAULT_TRAIN } from '../../engine/lab/trainSettings.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_OPTIONS } from './pageOptions.ts';
import { addressKeys, hashOf, itemHash, lessonHash, parseRoute, sharedHash } from './route.ts';

test('any text at all gives a route with a lab that runs', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
      for (const hash of [text, `#${text}`, `#/lab?${text}`]) {
        const { view, query } = parseRoute(hash);
        expect(['start', 'lab']).toContain(view);
        if (query !== null) expect(query.lab.lanes.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('views, and what is no view', () => {
  expect(parseRoute('')).toMatchObject({ view: 'start', unknown: false });
  expect(parseRoute('#/')).toMatchObject({ view: 'start', unknown: false });
  expect(parseRoute('#/lab/')).toMatchObject({ view: 'lab', unknown: false });
  expect(parseRoute('#/no/such')).toMatchObject({ view: 'start', unknown: true });
  expect(parseRoute('#/papers')).toMatchObject({ view: 'papers', item: null });
  expect(parseRoute('#/papers/R1?lang=fa')).toMatchObject({ view: 'papers', item: 'R1' });
  expect(parseRoute(itemHash('questions', 'why-not-zero'))).toMatchObject({
    view: 'questions',
    item: 'why-not-zero',
  });
  expect(parseRoute('#/class')).toMatchObject({ view: 'class', unknown: false });
  expect(parseRoute(itemHash('papers', 'T4'))).toMatchObject({ view: 'papers', item: 'T4' });
});

test('a lab prints to a hash that reads back the same', () => {
  const hash = '#/lab?lane=he_normal;act=tanh&lane=random_normal(std=0.1)&depth=30&seed=9';
  const { query } = parseRoute(hash);
  const printed = hashOf('lab', query?.lab);
  expect(parseRoute(printed).query?.lab).toEqual(query?.lab);
});

const STATE = {
  language: 'en',
  theme: 'dark',
  presenting: false,
  train: { ...DEFAULT_TRAIN, steps: 50 },
} as const;

test('a link keeps the page’s keys, and tells the language and theme of now', () => {
  const { options } = parseRoute('#/lab?depth=4&hide=seed,%20depth,&lang=fa&lr=0.1');
  expect(options).toEqual({ ...NO_OPTIONS, hidden: new Set(['seed', 'depth']), language: 'fa' });
  expect(addressKeys('lab', options, STATE)).toEqual([
    ['hide', 'seed,depth'],
    ['lang', 'en'],
  ]);
  expect(addressKeys('train', options, STATE)).toEqual([
    ['hide', 'seed,depth'],
    ['lang', 'en'],
    ['steps', '50'],
  ]);
  expect(parseRoute('#/?theme=dark').options.theme).toBe('dark');
});

test('a language and a theme nobody has are said, and the reader’s own stay', () => {
  const { options, query } = parseRoute('#/lab?lang=xx&theme=neon&depth=0');
  expect(options).toEqual(NO_OPTIONS);
  expect(query?.notices.map(({ code, key }) => `${code} ${key}`)).toEqual([
    'unknown-value lang',
    'unknown-value theme',
    'out-of-range depth',
  ]);
});

/** Links as the page has printed them since they began; people keep them. */
const LANES = 'lane=he_normal;act=tanh&lane=random_normal(std=0.1)';
const OWN = 'lane=he_normal;rescue=batch_norm;lr=0.1&lane=zeros;train_batch=8;nudge=1,2,1,-0.01';
const TRAINED = 'steps=200&momentum=0.9&train_batch=16&rescue=residual,clip&nudge=1,1,1,0.5';
test.each([
  {
    hash: `#/lab?hide=seed,depth&lang=fa&theme=light&${LANES}&seed=9&width=20&depth=30`,
    address: `#/lab?${LANES}&depth=30&width=20&seed=9&hide=seed,depth&lang=en&theme=dark`,
    shared: `#/lab?${LANES}&depth=30&width=20&seed=9&hide=seed,depth&lang=fa&theme=light`,
  },
  {
    hash: '#/lab?lane=lsuv;bias=random_normal(std=0.7)&depth=4&width=20&in=3&out=auto&batch=16&input=uniform&precision=float16&backward=0&seeds=9&embed',
    address:
      '#/lab?lane=lsuv;bias=random_normal(std=0.7)&depth=4&width=20&in=3&batch=16&input=uniform&precision=float16&backward=0&seeds=9&embed=',
    shared:
      '#/lab?lane=lsuv;bias=random_normal(std=0.7)&depth=4&width=20&in=3&batch=16&input=uniform&precision=float16&backward=0&seeds=9&embed',
  },
  {
    hash: `#/train?${OWN}&depth=3&width=20&rescue=clip,residual&momentum=0.9&train_batch=16&steps=200&nudge=1,1,1,0.5&hide=lr&theme=projector`,
    address: `#/train?${OWN}&depth=3&width=20&hide=lr&theme=dark&${TRAINED}`,
    shared: `#/train?${OWN}&depth=3&width=20&${TRAINED}&hide=lr&theme=projector`,
  },
  {
    hash: '#/train?lane=random_normal(std=0.01)&depth=4&width=20&lr=0.3&embed&lang=en',
    address: '#/train?lane=random_normal(std=0.01)&depth=4&width=20&embed=&lang=en&lr=0.3',
    shared: '#/train?lane=random_normal(std=0.01)&depth=4&width=20&lr=0.3&lang=en&embed',
  },
  {
    hash: '#/lesson/zero/constant?lang=fa&hide=skip,depth&embed',
    address: '#/lesson/zero/constant?hide=skip,depth&embed&lang=en',
    shared: '#/lesson/zero/constant?hide=skip,depth&lang=fa&embed',
  },
] as const)('$hash prints as it always has', ({ hash, address, shared }) => {
  const route = parseRoute(hash);
  const { view, query, place, options } = route;
  const lab = query?.lab ?? DEFAULT_LAB;
  const train = query?.train ?? DEFAULT_TRAIN;
  const keys = addressKeys(view, options, { ...STATE, train });
  expect(view === 'lesson' ? lessonHash(place, keys) : hashOf(view, lab, keys)).toBe(address);
  expect(sharedHash(route, { lab, train }, options)).toBe(shared);
});
