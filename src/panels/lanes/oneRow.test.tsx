/** An initializer is one row of a table, and its two names: nothing else knows it. */
import { spawnSync } from 'node:child_process';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { clampConfig, DEFAULT_LAB } from '../../engine/lab/config.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { parseQuery, printQuery } from '../../engine/lab/query.ts';
import { experimentNotebook, notebookText } from '../../engine/python/notebook/notebook.ts';
import { snippet, SNIPPET_LIBRARIES } from '../../engine/python/snippets/snippet.ts';
import { drawMoments } from '../../engine/rules/draw.ts';
import { initializerNumbers, initializerTex } from '../../engine/rules/formula.ts';
import { INITIALIZER_IDS, initializer } from '../../engine/rules/initializer.ts';
import type * as rules from '../../engine/rules/initializers.ts';
import type { ExperimentConfig, InitializerId } from '../../engine/types.ts';
import type * as words from '../../i18n/page/en.ts';
import { I18nProvider, loadWords } from '../../i18n/I18n.tsx';
import { LaneEditor } from './LaneEditor.tsx';
import { laneLooks } from './laneLook.ts';

/** Half of He's variance and more, cut and widened: nobody's rule. */
const { IMAGINARY } = vi.hoisted(() => {
  // Test files share their modules: those that know no imaginary row are left aside, and afterwards those that do.
  vi.resetModules();
  // What the store asks of a page.
  vi.stubGlobal('document', { documentElement: { lang: 'en', dataset: {} } });
  return { IMAGINARY: 'imaginary_rule' };
});

vi.mock('../../engine/rules/initializers.ts', async (importOriginal) => {
  const original = await importOriginal<typeof rules>();
  const { choice, number } = await import('../../engine/rules/params.ts');
  const row: rules.InitializerRow = {
    family: 'he',
    params: {
      mode: choice('fan_in', 'fan_out'),
      slope: number(0, 0, 10, 0.01),
      gain: number(1, 0, 10, 0.05),
    },
    rule: {
      kind: 'scaling',
      scale: 1.5,
      fan: 'mode',
      leak: 'slope',
      gain: 'gain',
      shape: 'truncated',
    },
    cite: 'Nobody 2030, eq. 7',
  };
  return { ...original, INITIALIZERS: { ...original.INITIALIZERS, [IMAGINARY]: row } };
});
vi.mock('../../i18n/page/en.ts', async (importOriginal) => {
  const { en, ...rest } = await importOriginal<typeof words>();
  const names = { [IMAGINARY]: { name: 'An imaginary rule', about: 'Nobody’s.' } };
  return { ...rest, en: { ...en, initializers: { ...en.initializers, ...names } } };
});

const LANE = `${IMAGINARY}(slope=0.5,gain=1.25)`;
const [FAN_IN, FAN_OUT] = [300, 200];
/** √(1.5 / 1.25 / 300) · 1.25 */
const STD = 1.25 * Math.sqrt(1.5 / ((1 + 0.5 ** 2) * FAN_IN));

const { lab, notices } = parseQuery(`lane=${LANE}&depth=1&width=${FAN_OUT}&in=${FAN_IN}&batch=32`);
const [lane = DEFAULT_LAB.lanes[0]!] = lab.lanes;
const config: ExperimentConfig = clampConfig(laneConfig(lab, lane)).value;
const { id, params } = config.initializer;

beforeAll(() => loadWords('en'));
afterAll(() => {
  vi.doUnmock('../../engine/rules/initializers.ts');
  vi.doUnmock('../../i18n/page/en.ts');
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('stands in the menu, in the colour of its family', () => {
  expect(INITIALIZER_IDS).toContain(IMAGINARY);
  const markup = renderToStaticMarkup(
    <I18nProvider language="en" digits="latin">
      <LaneEditor index={0} onClose={() => undefined} />
    </I18nProvider>,
  );
  expect(markup).toMatch(new RegExp(`<option value="${IMAGINARY}"[^>]*>An imaginary rule<`));
  const look = (id: InitializerId) => laneLooks([{ initializer: { id, params: {} } }])(0);
  expect(look(id)).toEqual(look('he_normal'));
});

test('reads from a link and prints back', () => {
  expect(notices).toEqual([]);
  expect(params).toEqual({ mode: 'fan_in', slope: 0.5, gain: 1.25 });
  expect(decodeURIComponent(printQuery(lab))).toContain(`lane=${LANE}`);
});

test('has its formula, in symbols and with the numbers in it', () => {
  const tex = initializerTex(id);
  expect(tex).toContain('g \\sqrt{\\frac{1.5}{(1 + a^2)\\, n}}');
  expect(initializerNumbers(id, params, FAN_IN, FAN_OUT)).toContain(
    '1.25 \\cdot \\sqrt{\\frac{1.5}{(1 + 0.5^2) \\cdot 300}} = 0.08988',
  );
});

test('has the spread of its formula', () => {
  const draw = initializer(id).draw(params, FAN_IN, FAN_OUT);
  expect(draw.kind).toBe('truncated');
  expect(drawMoments(draw, FAN_IN, FAN_OUT)?.std).toBeCloseTo(STD, 12);
});

test('has a program in every library', () => {
  const code = Object.fromEntries(
    SNIPPET_LIBRARIES.map((library) => {
      const found = snippet(library, config);
      return [library, found.kind === 'program' ? found.text : ''];
    }),
  );
  const scale = '1.5 * 1.25 ** 2 / (1 + 0.5 ** 2)';
  expect(code['keras']).toContain(`VarianceScaling(${scale}, "fan_in", "truncated_normal")`);
  expect(code['jax']).toContain(`variance_scaling(${scale}, "fan_in", "truncated_normal")`);
  const std = '1.25 * sqrt(1.5 / ((1 + 0.5 ** 2) * fan_in)) / TRUNCATED_STD';
  expect(code['pytorch']).toContain(`trunc_normal_(linear.weight).mul_(${std})`);
  expect(code['numpy']).toContain(`${std} * truncated(rng, (fan_out, fan_in))`);
});

const WORDS = { title: '', about: '', citation: '', experiment: '', numpy: '', torch: '' };
const python = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import numpy'], { timeout: 30_000 }).status === 0,
);

test('stands in the notebook, for NumPy and for PyTorch', () => {
  const text = notebookText(experimentNotebook([config], WORDS));
  expect(text).toContain(
    `\\"${IMAGINARY}\\": lambda rng, fan_in, fan_out, shape, mode, slope, gain:`,
  );
  expect(text).toContain(
    `\\"${IMAGINARY}\\": lambda w, mode, slope, gain: nn.init.trunc_normal_(w)`,
  );
});

const DRIVER = `
import json, sys
space = {}
for cell in json.load(sys.stdin)["cells"]:
    if cell["cell_type"] == "code" and "torch" not in cell["id"] and "plot" not in cell["id"]:
        exec("".join(cell["source"]), space)
lane = space["LANES"][0]
rng = space["np"].random.default_rng(1)
w = space["INITIALIZERS"][lane["init"]](rng, ${FAN_IN}, ${FAN_OUT}, (${FAN_OUT}, ${FAN_IN}), **lane["init_params"])
print(w.std())
`;

describe.skipIf(python === undefined)('in NumPy', () => {
  test('the notebook draws with its spread', () => {
    const child = spawnSync(python ?? '', ['-c', DRIVER], {
      input: notebookText(experimentNotebook([config], WORDS)),
      encoding: 'utf8',
    });
    expect(child.stderr).toBe('');
    // Five standard errors, at most those of a Gaussian.
    const slack = 5 / Math.sqrt(2 * FAN_IN * FAN_OUT);
    expect(Math.abs(Number(child.stdout) / STD - 1)).toBeLessThan(slack);
  });
});
