import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { TARGETS } from '../src/engine/targets/targets.ts';
import { ANSWER_ROWS } from '../src/lessons/answers/answerTable.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(root + name, 'utf8');
const FILES = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((name) => existsSync(root + name));

test.each(['README.md', 'IMPLEMENTATION.md', 'CONTRIBUTING.md', 'MODEL.md'])(
  'every source file that %s names is there',
  (document) => {
    const named = [...read(document).matchAll(/`([\w./-]+\.(?:tsx?|mjs|mdx|css|py|yml))`/g)].map(
      (match) => match[1] ?? '',
    );
    const missing = named.filter((name) => !FILES.some((file) => `/${file}`.endsWith(`/${name}`)));
    expect(missing).toEqual([]);
  },
);

/**
 * The wings in the table of IMPLEMENTATION.md. In a cell such as `store/lab`, `race`, the room of the first name
 * applies to all; if the first cell is a pattern with `<…>`, the second cell lists the names.
 */
function wingsNamed(): string[] {
  const [, section = ''] = read('IMPLEMENTATION.md').split('## Wings');
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| (`[^|]*?) \| (.*) \|$/gm)].flatMap(([, wings = '', what = '']) => {
    const room = /^`(\w+)/.exec(wings)?.[1] ?? '';
    const names = `${wings}${wings.includes('<') ? what : ''}`.matchAll(/`([\w/]+)`/g);
    return [...names].map(([, name = '']) => (name.includes('/') ? name : `${room}/${name}`));
  });
}

test('IMPLEMENTATION names every wing, and no other', () => {
  const wings = FILES.flatMap((file) => /^src\/(\w+\/\w[\w-]*)\//.exec(file)?.[1] ?? []).filter(
    (wing) => !/^lessons\/\d/.test(wing),
  );
  const rooms = new Set(['worker', 'ui', 'theme'].map((room) => `${room}/${room}`));
  const named = wingsNamed().filter((name) => !rooms.has(name));
  expect(new Set(named)).toEqual(new Set(wings));
});

test.each(['README.md', 'CHANGELOG.md'])(
  '%s counts the rows of the table of targets',
  (document) => {
    const counts = [...read(document).matchAll(/(\d+) rows/g)].map(([, count]) => Number(count));
    expect(counts).not.toEqual([]);
    expect(new Set(counts)).toEqual(new Set([TARGETS.length]));
  },
);

test('README counts the questions and the myths', () => {
  const { questions = '', myths = '' } =
    /(?<questions>\d+) questions people ask about initialization and (?<myths>\w+) myths/.exec(
      read('README.md').replaceAll(/\s+/g, ' '),
    )?.groups ?? {};
  const found = ANSWER_ROWS.filter(({ myth }) => myth).length;
  expect(Number(questions)).toBe(ANSWER_ROWS.length - found);
  expect(myths).toBe(['five', 'six', 'seven'][found - 5]);
});
