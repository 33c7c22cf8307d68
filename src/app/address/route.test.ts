import { DEFAULT_TRAIN } from '../../engine/train/config.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { currentPage, hashOf, parseRoute } from './route.ts';

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
});

test('a lab prints to a hash that reads back the same', () => {
  const hash = '#/lab?lane=he_normal;act=tanh&lane=random_normal(std=0.1)&depth=30&seed=9';
  const { query } = parseRoute(hash);
  const printed = hashOf('lab', query?.lab ?? null, {});
  expect(parseRoute(printed).query?.lab).toEqual(query?.lab);
});

test('a link keeps the keys that are not the lab’s, and tells the language and theme of now', () => {
  const { page } = parseRoute('#/lab?depth=4&hide=seed&lang=fa&lr=0.1');
  expect(page).toEqual({ hide: 'seed', lang: 'fa', lr: '0.1' });
  const state = {
    language: 'en',
    theme: 'dark',
    presenting: false,
    train: { ...DEFAULT_TRAIN, steps: 50 },
  } as const;
  expect(currentPage('lab', page, state)).toEqual({ hide: 'seed', lang: 'en' });
  expect(currentPage('train', page, state)).toEqual({ hide: 'seed', lang: 'en', steps: '50' });
  expect(parseRoute('#/?theme=dark').page).toEqual({ theme: 'dark' });
});
