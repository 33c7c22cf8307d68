/**
 * Which room (folder of src) may import which, and what lint forbids where. `npm run lint:config` writes
 * .oxlintrc.json from this file; a test fails when the two differ.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `may`: the rooms it may import. `packages`: `none`, or the forbidden packages with a message. `within`: a room of
 * which it may import only `files`.
 */
const ROOMS = {
  engine: { may: [], packages: 'none' },
  kernels: { may: ['engine'], packages: 'none' },
  weightsFile: { may: ['engine'], packages: 'none' },
  worker: { may: ['engine', 'kernels', 'weightsFile'], packages: 'none' },
  i18n: { may: ['engine', 'weightsFile'] },
  theme: { may: [] },
  ui: { may: ['theme', 'i18n'] },
  charts: {
    may: ['engine', 'ui', 'i18n'],
    packages: { forbidden: 'zustand', message: 'zustand belongs to src/store.' },
    within: {
      room: 'i18n',
      files: ['format', 'bidi'],
      message: 'A chart gets its words as props; of i18n it may import format and bidi.',
    },
  },
  store: {
    may: ['engine', 'weightsFile', 'i18n', 'worker'],
    packages: { forbidden: 'recharts|react-dom', message: 'The store draws nothing.' },
    within: {
      room: 'worker',
      files: ['client', 'weights/weightsClient', 'targets/targetsClient', 'map/mapClient'],
      message: 'Of the worker the store may import client.',
    },
  },
  panels: { may: ['engine', 'weightsFile', 'store', 'i18n', 'ui', 'charts'] },
  lessons: { may: ['engine', 'weightsFile', 'i18n', 'ui', 'panels'] },
  app: {
    may: 'engine weightsFile store i18n theme ui charts panels lessons'.split(' '),
  },
};

const PACKAGES = {
  forbidden: 'recharts|zustand',
  message: 'recharts belongs to src/charts, zustand to src/store.',
};

function packagePattern(packages = PACKAGES) {
  return packages === 'none'
    ? { regex: '^[^.]', message: 'This room imports no package.' }
    : { regex: `^(?:${packages.forbidden})(?:/|$)`, message: packages.message };
}

/** The import rule for the files of `room`. */
function imports(room, { may, packages, within }) {
  const forbidden = Object.keys(ROOMS).filter((other) => other !== room && !may.includes(other));
  const allowed = may.length === 0 ? 'nothing outside itself' : may.join(', ');
  const patterns = [
    {
      regex: `^(?:\\.\\./)+(?:${forbidden.join('|')})/`,
      message: `${room} may import ${allowed}.`,
    },
    ...(within === undefined
      ? []
      : [
          {
            group: [
              `**/${within.room}/**`,
              ...within.files.map((file) => `!**/${within.room}/${file}.ts`),
            ],
            message: within.message,
          },
        ]),
    packagePattern(packages),
  ];
  return { 'no-restricted-imports': ['error', { patterns }] };
}

const named = (names, message) => names.map((name) => ({ name, message }));
const ADDRESS = 'Only src/app/address/route.ts reads or writes the address.';
const LOCATION = named(['location'], ADDRESS);
const THREADS = named(
  ['Worker', 'SharedWorker', 'postMessage', 'self'],
  'Threads live in src/worker.',
);
const PAGE = named(
  ['window', 'document', 'localStorage', 'sessionStorage', 'navigator'],
  'There is no page here.',
);
const globals = (...lists) => ({ 'no-restricted-globals': ['error', ...lists.flat()] });

/** Files that may use neither the globals of a page nor those of a worker. */
const PURE = ['src/engine/**', 'src/kernels/**', 'src/worker/protocol.ts', 'src/worker/jobs.ts'];
const THREAD_FILES = [
  'compute.worker',
  'client',
  'startWorker',
  'tasks/serveTasks',
  'tasks/taskThread',
  'thread',
  'weights/weights.worker',
  'weights/weightsClient',
  'targets/targets.worker',
  'targets/targetsClient',
  'map/map.worker',
  'map/mapClient',
].map((name) => `src/worker/${name}.ts`);
const ASSERTIONS = {
  'typescript/consistent-type-assertions': 'off',
  'typescript/no-unsafe-type-assertion': 'off',
};
const NO_TARGET_ORIGIN = { 'unicorn/require-post-message-target-origin': 'off' };

/** If several overrides match a file, the last one wins. */
const OVERRIDES = [
  ...Object.entries(ROOMS).map(([room, rule]) => ({
    files: [`src/${room}/**`],
    rules: imports(room, rule),
  })),
  {
    files: ['src/worker/protocol.ts', 'src/worker/jobs.ts'],
    rules: imports('worker', { may: ['engine', 'weightsFile'], packages: 'none' }),
  },
  { files: PURE, rules: globals(LOCATION, THREADS, PAGE) },
  { files: THREAD_FILES, rules: globals(LOCATION, PAGE) },
  { files: ['src/worker/**'], rules: { ...NO_TARGET_ORIGIN, ...ASSERTIONS } },
  // A BroadcastChannel connects windows of one origin; its postMessage takes no target origin.
  { files: ['src/store/class/classChannel.ts'], rules: NO_TARGET_ORIGIN },
  {
    files: ['src/app/address/route.ts'],
    rules: { ...globals(THREADS), 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [packagePattern()] }],
      ...ASSERTIONS,
      'typescript/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'e2e/**', '*.config.ts'],
    rules: {
      'no-console': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-imports': 'off',
      ...ASSERTIONS,
      'typescript/restrict-template-expressions': 'off',
      'typescript/no-non-null-assertion': 'off',
    },
  },
];

const location = (object) => ({ object, property: 'location', message: ADDRESS });

export const LINT_CONFIG = {
  plugins: ['typescript', 'react', 'jsx-a11y', 'import', 'unicorn', 'oxc'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'warn' },
  env: { es2024: true, browser: true },
  ignorePatterns: [
    'dist',
    'dist-single',
    'src/kernels/assembly',
    'src/kernels/build',
    'node_modules',
  ],
  rules: {
    'typescript/no-explicit-any': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'typescript/consistent-type-imports': 'error',
    'typescript/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    'import/no-cycle': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/jsx-no-constructed-context-values': 'error',
    'react-perf/jsx-no-new-object-as-prop': 'off',
    'no-console': 'error',
    'no-await-in-loop': 'off',
    'no-shadow': 'off',
    'import/no-unassigned-import': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'typescript/consistent-return': 'off',
    'oxc/no-map-spread': 'off',
    ...globals(LOCATION, THREADS),
    'no-restricted-properties': ['error', ...['window', 'globalThis', 'document'].map(location)],
    'no-restricted-imports': ['error', { patterns: [packagePattern()] }],
  },
  overrides: OVERRIDES,
};

export const HEADER =
  '// Written by scripts/lintConfig.mjs: change that, then npm run lint:config.\n';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../.oxlintrc.json', import.meta.url));
  writeFileSync(file, `${HEADER}${JSON.stringify(LINT_CONFIG, null, 2)}\n`);
}
