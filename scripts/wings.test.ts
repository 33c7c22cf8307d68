/** There are no import cycles, neither between files nor between the wings (subfolders) of a room. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Imports that may be part of a cycle, as `from → to`, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/lessons/schema.ts → src/lessons/stage/panelTable.tsx':
    'a type: a panel is one row of the table, from which the schema knows its name and its fields',
};

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const IMPORT = /(?:^|\n)(?:import|export)\s[^'"]*?from\s*'(\.[^']+)'|import\('(\.[^']+)'\)/g;
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name).replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|kernels\/(?:assembly|build)\//.test(name));

const arrows = files.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(IMPORT)]
    .map(([, plain, late]) => normalize(join(dirname(from), plain ?? late ?? '')))
    .map((to) => ({ from, to: to.replaceAll('\\', '/') }))
    .filter(({ to }) => files.includes(to)),
);
const isAllowed = ({ from, to }: (typeof arrows)[number]) => `${from} → ${to}` in ALLOWED;

/** The first folder inside a room; a file directly in the room is its own wing. */
function wing(file: string): string {
  const [src, room, name, ...rest] = file.split('/');
  return [src, room, name, rest.length === 0 ? '' : '*'].join('/');
}

function graphOf(place: (file: string) => string): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of arrows.filter((arrow) => !isAllowed(arrow))) {
    const [a, b] = [place(from), place(to)];
    if (a !== b) graph.set(a, (graph.get(a) ?? new Set()).add(b));
  }
  return graph;
}

/** Nodes that can reach themselves. */
function circles(graph: Graph): string[] {
  const reached = (start: string): Set<string> => {
    const seen = new Set<string>();
    const waiting = [start];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      for (const next of graph.get(place) ?? []) if (!seen.has(next)) waiting.push(next);
      for (const next of graph.get(place) ?? []) seen.add(next);
    }
    return seen;
  };
  return [...graph.keys()].filter((place) => reached(place).has(place));
}

test('a circle is found', () => {
  const graph = new Map(
    Object.entries({ a: ['b'], b: ['c', 'd'], c: ['a'] }).map(([k, v]) => [k, new Set(v)]),
  );
  expect(circles(graph)).toEqual(['a', 'b', 'c']);
  expect(arrows.length).toBeGreaterThan(1000);
});

test('no circle between files', () => expect(circles(graphOf((file) => file))).toEqual([]));

test('no circle between the wings of a room', () => expect(circles(graphOf(wing))).toEqual([]));

test('what is allowed is there', () => {
  const known = new Set(arrows.map(({ from, to }) => `${from} → ${to}`));
  expect(Object.keys(ALLOWED).filter((arrow) => !known.has(arrow))).toEqual([]);
});
