/**
 * The marks of a chart are accurate: mapped through the chart's axes, the numbers in the exported results file
 * give the positions drawn on the page, to half a pixel.
 */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { open, settled } from './page.ts';
import { decades, layers, near, tableOf, trackErrors } from './marksOf.ts';
import { axis, decadeOf, pointsOf, readMarks, stretchesOf } from './readMarks.ts';
import type { Marks, Px } from './readMarks.ts';

type FileNumber = number | 'NaN' | 'Infinity' | '-Infinity';
interface Summary {
  readonly count: number;
  readonly finite: number;
  readonly std: FileNumber;
  readonly zero: number;
  readonly saturated: number;
  readonly histogram: { readonly below: number; readonly above: number };
}
interface Layer {
  readonly activations: Summary;
  readonly gradients: Summary | null;
  readonly theory: { readonly activationStd: FileNumber; readonly gradientStd: FileNumber } | null;
}

async function file<Lane>(page: Page): Promise<readonly Lane[]> {
  const waiting = page.waitForEvent('download');
  await page.locator('[data-export="json"]').click();
  const path = await (await waiting).path();
  return JSON.parse(await readFile(path, 'utf8')).lanes;
}

async function results(page: Page): Promise<readonly { readonly layers: readonly Layer[] }[]> {
  await settled(page);
  await page.locator('summary', { hasText: 'Export' }).click();
  return file(page);
}

/** The y position, in px, of the row with this label; such rows are outside the scale. */
function row(marks: Marks, text: string): number {
  const found = [...marks.rows, ...marks.yTicks].find(
    (each) => each.text === text && each.exponent === null,
  );
  if (found === undefined) throw new Error(`no row ${text}`);
  return found.y;
}

/** Dots that are not at the position of their value; zero and infinity have their own rows. */
function misplaced(
  marks: Marks,
  dots: readonly Px[],
  values: readonly FileNumber[],
): readonly string[] {
  const [x, y] = [layers(marks), decades(marks)];
  const place = (value: FileNumber): number => {
    if (value === 0) return row(marks, '0');
    return value === 'Infinity' ? row(marks, '∞') : y(Math.log10(Number(value)));
  };
  if (dots.length !== values.length) return [`${dots.length} dots for ${values.length} values`];
  return values.flatMap((value, i) => {
    const [dx = NaN, dy = NaN] = dots[i] ?? [];
    const right = near(dx, x(i + 1)) && near(dy, place(value));
    return right
      ? []
      : [`layer ${i + 1}: ${value} at ${dx},${dy}, not ${x(i + 1)},${place(value)}`];
  });
}

/** Errors in a theory line: within the plot it must pass through its values, with corners only at layers. */
function misdrawn(marks: Marks, d: string | undefined, values: readonly FileNumber[]): string[] {
  const [x, y] = [layers(marks), decades(marks)];
  const tops = marks.yTicks.filter(({ text }) => text !== '0').map((tick) => tick.y);
  const [top, foot] = [Math.min(...tops), Math.max(...tops)];
  const zero = values.includes(0) ? row(marks, '0') : null;
  const index = (px: number): number => (px - x(1)) / (x(2) - x(1));
  return stretchesOf(d)
    .flat()
    .flatMap(([px, py]) => {
      const at = Math.round(index(px));
      const value = values[at];
      if (zero !== null && near(py, zero)) return value === 0 ? [] : [`zero at ${px}`];
      if (!near(px, x(at + 1))) {
        // Between two layers, a corner is allowed only where the line leaves or enters the plot.
        return py <= top + 0.5 || py >= foot - 0.5 ? [] : [`a corner at ${px},${py}`];
      }
      return near(py, y(Math.log10(Number(value)))) || py <= top + 0.5 || py >= foot - 0.5
        ? []
        : [`theory of layer ${at + 1}: ${value} at ${py}`];
    });
}

/**
 * The thread beside the rows of every lane: in the row of a layer, at its spread on the ruled axis. Zero and overflow
 * lie outside of all rules, each at its end.
 */
async function threadErrors(
  figure: Locator,
  lanes: readonly { readonly layers: readonly Layer[] }[],
): Promise<readonly string[]> {
  const drawn = await figure.locator('div[data-of-lane]').evaluateAll((all) =>
    all.map((lane) => {
      const paths = Array.from(lane.querySelectorAll('[data-mark="thread-axis"] path'), (path) =>
        path.getAttribute('d'),
      );
      const [label] = lane.querySelectorAll('[data-mark="thread-axis"] text:last-of-type');
      return {
        thread: lane.querySelector('[data-mark="thread"]')?.getAttribute('d') ?? '',
        rules: paths.join(''),
        unit: {
          text: label?.firstChild?.textContent ?? '',
          exponent: label?.childNodes[1]?.textContent ?? null,
          x: Number(label?.getAttribute('x')),
          y: 0,
        },
      };
    }),
  );
  if (drawn.length !== lanes.length) return [`${drawn.length} threads for ${lanes.length} lanes`];
  return drawn.flatMap(({ thread, rules, unit }, i) => {
    const layersOf = lanes[i]?.layers ?? [];
    const ruled = pointsOf(rules).toSorted(([a], [b]) => a - b);
    const [first, last] = [ruled[0] ?? fail(), ruled.at(-1) ?? fail()];
    const decade = (last[0] - first[0]) / (ruled.length - 1);
    const x = (value: number): number => unit.x + (Math.log10(value) - decadeOf(unit)) * decade;
    const foot = Number(/V([\d.]+)/.exec(rules)?.[1]);
    const pitch = (foot - first[1]) / layersOf.length;
    // Without the arrowheads, which are closed.
    const points = thread
      .split('M')
      .filter((part) => !part.endsWith('Z'))
      .flatMap((part) => pointsOf(`M${part}`));
    return layersOf.flatMap(({ activations: { finite, std } }, k) => {
      const value = finite === 0 ? Infinity : Number(std);
      const middle = first[1] + (k + 0.5) * pitch;
      const here = points.filter(([, y]) => Math.abs(y - middle) <= pitch * 0.36).map(([px]) => px);
      const isOutside = x(value) < first[0] - 0.5 || x(value) > last[0] + 0.5;
      const right =
        value === 0
          ? here.length > 0 && here.every((px) => px < first[0] - 1)
          : value === Infinity
            ? here.length > 0 && here.every((px) => px > last[0] + 1)
            : (isOutside || here.length === 2) && here.every((px) => near(px, x(value)));
      return right ? [] : [`thread of lane ${i}, layer ${k + 1}: ${value} at ${here}`];
    });
  });
}

type Pass = 'forward' | 'backward';

/** The marks of one half of the loop chart, with the tick labels of that half. */
async function band(figure: Locator, pass: Pass): Promise<Marks> {
  const whole = await readMarks(figure);
  const { lanes, rows } = await readMarks(figure.locator(`[data-half="${pass}"]`));
  const ruled = rows.filter(({ text }) => text !== '0' && text !== '∞');
  return { ...whole, lanes, rows, yTicks: pass === 'forward' ? whole.yTicks : ruled };
}

const EXTREME =
  '#/lab?lane=random_normal(std=1);act=linear&lane=random_normal(std=0.01);act=linear&lane=he_normal&lane=zeros&depth=100&width=64&batch=32';

for (const [name, hash] of [
  ['ten layers', '#/lab?lang=en'],
  ['a hundred layers over and under float32', EXTREME],
] as const) {
  test(`spread and gradient of ${name}: dots and theory`, async ({ page }) => {
    await open(page, hash);
    const lanes = await results(page);
    expect(await threadErrors(page.locator('figure[data-chart=lanes]'), lanes)).toEqual([]);
    const figure = page.locator('figure[data-chart=loop]');
    await expect(figure.locator('g[data-of-lane]')).toHaveCount(2 * lanes.length);
    for (const pass of ['forward', 'backward'] as const) {
      const marks = await band(figure, pass);
      const of = pass === 'forward' ? 'activations' : 'gradients';
      for (const [i, lane] of lanes.entries()) {
        const drawn = marks.lanes[i] ?? {};
        const measured = lane.layers.map((layer): FileNumber => {
          const summary = layer[of];
          if (summary === null) return 'NaN';
          return summary.finite === 0 ? 'Infinity' : summary.std;
        });
        const seen = measured.filter((value) => value !== 'NaN');
        if (seen.length === measured.length)
          expect(misplaced(marks, pointsOf(drawn['dots']), seen), `${pass}, lane ${i}`).toEqual([]);
        const theory = lane.layers.map(
          ({ theory: point }): FileNumber =>
            point?.[pass === 'forward' ? 'activationStd' : 'gradientStd'] ?? 'NaN',
        );
        if (!theory.includes('NaN'))
          expect(misdrawn(marks, drawn['line'], theory), `theory, ${pass}, lane ${i}`).toEqual([]);
      }
    }
  });
}

test('a line of theory that leaves the plot ends there, in an arrowhead', async ({ page }) => {
  await open(page, EXTREME);
  const figure = page.locator('figure[data-chart=loop]');
  for (const lane of [0, 1]) {
    const exit = figure.locator(`[data-half=forward] g[data-of-lane="${lane}"] [data-mark="exit"]`);
    await expect(exit).toHaveAttribute('d', /M/);
  }
  const marks = await band(figure, 'forward');
  for (const lane of [0, 1]) {
    const drawn = marks.lanes[lane] ?? {};
    const points = pointsOf(drawn['line']);
    const [end, before] = [points.at(-1), points.at(-2)];
    expect(pointsOf(drawn['exit'])[0]).toEqual(end);
    // The line is sloped up to its end: no segment runs along an edge.
    expect(Math.abs((end?.[1] ?? 0) - (before?.[1] ?? 0))).toBeGreaterThan(0.2);
    expect(end?.[0]).toBeLessThan(layers(marks)(99));
  }
  expect(marks.lanes[2]).not.toHaveProperty('exit');
  // The gradient runs the other way, and leaves where its line comes from layer 100.
  const back = await band(figure, 'backward');
  for (const lane of [0, 1]) {
    const drawn = back.lanes[lane] ?? {};
    const [end] = pointsOf(drawn['line']);
    expect(pointsOf(drawn['exit'])[0]).toEqual(end);
    expect(end?.[0]).toBeGreaterThan(layers(back)(2));
  }
});

test('a gradient that is exactly zero has a row of its own in a race', async ({ page }) => {
  await open(
    page,
    '#/train?lang=en&width=16&depth=12&steps=200&lane=zeros&lane=random_normal(std=0.1)&lane=he_normal',
  );
  await page.getByRole('button', { name: 'To the end' }).click();
  const figure = page.locator('figure[data-chart=first-gradient]');
  await expect(figure.locator('g[data-of-lane]')).toHaveCount(3);
  await figure.scrollIntoViewIfNeeded();
  const lanes = await file<{
    readonly runs: readonly {
      readonly steps: readonly number[];
      readonly firstLayerGradient: readonly FileNumber[];
    }[];
  }>(page);
  const marks = await readMarks(figure);
  const [x, y] = [axis(marks.xTicks, 'x', ({ text }) => Number(text)), decades(marks)];
  const floor = row(marks, '0');
  expect(
    floor - Math.max(...marks.yTicks.filter(({ text }) => text !== '0').map((t) => t.y)),
  ).toBeGreaterThan(6);
  let zeros = 0;
  lanes.forEach(({ runs: [run] }, lane) => {
    const points = pointsOf(marks.lanes[lane]?.['line']);
    run?.steps.forEach((step, i) => {
      const value = run.firstLayerGradient[i];
      const at = points.filter(([px]) => near(px, x(step))).map(([, py]) => py);
      if (value === 0) zeros += 1;
      const expected = value === 0 ? floor : y(Math.log10(Number(value)));
      expect(
        at.some((py) => near(py, expected)),
        `lane ${lane}, step ${step}: ${value} at ${at}`,
      ).toBe(true);
    });
  });
  expect(zeros).toBeGreaterThan(0);
});

test('shares lie at their per cent; in the dialog, on a scale of their own', async ({ page }) => {
  await open(page, '#/lab?lang=en&lane=he_normal&lane=random_normal(std=0.3)');
  const lanes = await results(page);
  await page.keyboard.press('Escape');
  await page.locator('[data-control="closer"] input[value="shares"]').check({ force: true });
  const figure = page.locator('figure[data-chart=share-zero]');
  await expect(figure.locator('g[data-of-lane]')).toHaveCount(2);
  const marks = await readMarks(figure);
  const share = axis(marks.yTicks, 'y', ({ text }) => Number(text.replace('%', '')) / 100);
  for (const [i, lane] of lanes.entries()) {
    const places = pointsOf(marks.lanes[i]?.['dots']).map(([, py]) => py);
    const wrong = lane.layers.filter(
      ({ activations }, k) => !near(places[k] ?? NaN, share(activations.zero)),
    );
    expect(wrong).toEqual([]);
  }
  const layer = 5;
  await page
    .locator(`[data-chart=layer-histogram][data-lane="1"][data-layer="${layer}"] button`)
    .click();
  const columns = await page.getByRole('dialog').evaluate((dialog) =>
    Array.from(dialog.querySelectorAll('g[class*="column"]'), (column) => ({
      whole: (column.querySelector('path') as unknown as SVGGraphicsElement).getBBox().height,
      parts: Object.fromEntries(
        Array.from(column.querySelectorAll('rect'), (rect) => [
          rect.dataset['mark'] ?? '',
          rect.height.baseVal.value,
        ]),
      ),
    })),
  );
  const { zero, finite, histogram } = lanes[1]?.layers[layer - 1]?.activations ?? fail();
  const drawn = (mark: string): number => {
    const column = columns.find(({ parts }) => mark in parts) ?? fail();
    return (column.parts[mark] ?? 0) / column.whole;
  };
  expect(drawn('zero')).toBeCloseTo(zero, 2);
  expect(drawn('above')).toBeCloseTo(histogram.above / finite, 2);
  expect(histogram.above).toBeGreaterThan(0);
});

test('the flat ends begin where the sigmoid is at 1 and 99 per cent', async ({ page }) => {
  await open(page, '#/lab?lang=en&act=sigmoid&lane=random_normal(std=1)&width=64');
  await page.locator('[data-control="closer"] input[value="curve"]').check({ force: true });
  const figure = page.locator('figure[data-chart=activation-curve]');
  await expect(figure.locator('[data-mark="flat-high"]')).toBeVisible();
  const marks = await readMarks(figure);
  const x = axis(marks.xTicks, 'x', ({ text }) => Number(text));
  const edge = (mark: string) =>
    figure.locator(`[data-mark="${mark}"]`).evaluate((rect) => {
      const box = (rect as unknown as SVGGraphicsElement).getBBox();
      return [box.x, box.x + box.width] as const;
    });
  const limit = Math.log(99);
  expect(Math.abs((await edge('flat-high'))[0] - x(limit))).toBeLessThanOrEqual(0.5);
  expect(Math.abs((await edge('flat-low'))[1] - x(-limit))).toBeLessThanOrEqual(0.5);
});

test('tracks of a race: cells, threads, and a flag where the lane has learned', async ({
  page,
}) => {
  await open(page, '#/train?lang=en&width=16&depth=4&steps=400&lr=0.1&lane=zeros&lane=he_normal');
  await page.getByRole('button', { name: 'To the end' }).click();
  const figure = page.locator('figure[data-chart=race-tracks]');
  await expect(figure.getByText('never', { exact: true })).toHaveCount(1);
  const lanes = await file<{ readonly runs: readonly { readonly learnedAt: number | null }[] }>(
    page,
  );
  const learned = lanes.flatMap(({ runs: [run] }) => run?.learnedAt ?? []);
  expect(learned).toHaveLength(1);
  const marks = await readMarks(figure);
  const x = axis(marks.xTicks, 'x', ({ text }) => Number(text));
  const flag = Number(await figure.locator('[data-mark="flag"] circle').getAttribute('cx'));
  expect(Math.abs(flag - x(learned[0] ?? NaN))).toBeLessThanOrEqual(0.5);
  expect(await trackErrors(figure, await tableOf(page, figure), 0.5)).toEqual([]);
});

function fail(): never {
  throw new Error('not there');
}
