import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

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
