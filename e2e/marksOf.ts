/** Reads single charts back: every mark against the number it stands for. Each check returns what is wrong, in words. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { openMenu } from './page.ts';
import { axis, decadeOf, pointsOf, readMarks } from './readMarks.ts';
import type { Label, Marks, Px } from './readMarks.ts';

/** The rows of a figure's table, without its header. */
export type Table = readonly (readonly string[])[];

const HALF_A_PIXEL = 0.5;
export const near = (a: number, b: number): boolean => Math.abs(a - b) <= HALF_A_PIXEL;

/** The numbers behind a figure, in full precision, from the file it offers. */
export async function tableOf(page: Page, figure: Locator): Promise<Table> {
  const waiting = page.waitForEvent('download');
  await openMenu(figure);
  await figure.locator('[data-export="figure-csv"]').click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  const cells = (line: string): readonly string[] =>
    Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
      (quoted ?? plain ?? '').replaceAll('""', '"'),
    );
  return text.trim().split('\r\n').slice(1).map(cells);
}

/** A cell's number; NaN where there is none. */
const numberIn = (cell: string | undefined): number =>
  cell === undefined || cell === '' ? Number.NaN : Number(cell);
const column = (table: Table, index: number): readonly number[] =>
  table.map((row) => numberIn(row[index]));

export const decades = (marks: Marks) =>
  axis(
    marks.yTicks.filter(({ text }) => text !== '0'),
    'y',
    decadeOf,
  );
const numberOf = ({ text }: Label): number => Number(text);
export const layers = (marks: Marks) => axis(marks.xTicks, 'x', numberOf);

/** The geometry of the marks with this class, by their attributes. */
const marksNamed = (figure: Locator, name: string, ...attributes: readonly string[]) =>
  figure
    .locator(`[class*="_${name}_"]`)
    .evaluateAll(
      (all, wanted) =>
        all.map((mark) =>
          Object.fromEntries(wanted.map((each) => [each, mark.getAttribute(each) ?? ''])),
        ),
      attributes,
    );

/** Points that are missing, or lie beside the place of their value. */
function misplaced(what: string, seen: readonly Px[], wanted: readonly Px[]): readonly string[] {
  if (seen.length !== wanted.length)
    return [`${what}: ${seen.length} marks for ${wanted.length} values`];
  return wanted.flatMap(([x, y], i) => {
    const [px = NaN, py = NaN] = seen[i] ?? [];
    return near(px, x) && near(py, y) ? [] : [`${what} ${i}: at ${px},${py}, not ${x},${y}`];
  });
}

/** Two columns a lane: measured cosines are dots, theory is a line. */
export async function similarityErrors(figure: Locator, table: Table): Promise<readonly string[]> {
  const marks = await readMarks(figure);
  const [x, y] = [layers(marks), axis(marks.yTicks, 'y', numberOf)];
  const places = (index: number): readonly Px[] =>
    column(table, index).flatMap((value, i): readonly Px[] =>
      Number.isNaN(value) ? [] : [[x(i + 1), y(value)]],
    );
  return marks.lanes.flatMap((lane, i) => [
    ...misplaced(`lane ${i}, dot`, pointsOf(lane['dots']), places(1 + 2 * i)),
    ...misplaced(`lane ${i}, line`, pointsOf(lane['line']), places(2 + 2 * i)),
  ]);
}

/** Decades in half an octave, the bins of the sizes. */
const HALF_OCTAVE = Math.log10(2) / 2;

/**
 * Four columns a lane: root mean square, largest, share of zeros, share of finite values. The largest value lies in the
 * top bin of the faintest shade, bars are as long as their shares, and a ring is where the numbers end.
 */
export async function sizesErrors(figure: Locator, table: Table): Promise<readonly string[]> {
  const marks = await readMarks(figure);
  const y = decades(marks);
  const half = HALF_A_PIXEL / Math.abs(y(1) - y(0));
  const groups = await figure.locator('g[data-of-lane]').evaluateAll((all) =>
    all.map((group) => ({
      faintest: group.querySelector('[class*="_density_"]')?.getAttribute('d') ?? '',
      shares: group.querySelector('[class*="_share_"]')?.getAttribute('d') ?? '',
      ring: group.querySelector('[data-mark="exit"] circle')?.getAttribute('cx') ?? null,
    })),
  );
  /** Boxes `M left,from h width V to …`. */
  const boxes = (d: string) =>
    Array.from(d.matchAll(/M([-\d.]+),([-\d.]+)h([\d.]+)V([-\d.]+)/g), ([, ...at]) => {
      const [left = NaN, from = NaN, width = NaN, to = NaN] = at.map(Number);
      return { middle: left + width / 2, top: Math.min(from, to) };
    });
  /** Bars `M left,from v height …`: zeros rise from the foot, non-finite values hang from the top. */
  const bars = (d: string) =>
    Array.from(d.matchAll(/M([-\d.]+),([-\d.]+)v([-\d.]+)h([\d.]+)/g), ([, ...at]) => {
      const [left = NaN, , height = NaN, width = NaN] = at.map(Number);
      return { middle: left + width / 2, height };
    });
  const whole = Math.max(
    ...groups.flatMap(({ shares }) => bars(shares).map(({ height }) => Math.abs(height))),
  );
  return groups.flatMap(({ faintest, shares, ring }, i) => {
    const x = axis(marks.xTicks.slice(2 * i, 2 * i + 2), 'x', numberOf);
    const at = (layer: number) => (each: { readonly middle: number }) =>
      near(each.middle, x(layer));
    const [largest, zero, finite] = [2, 3, 4].map((k) => column(table, 4 * i + k));
    const gone = (row: number): boolean => zero?.[row] === 1 || (finite?.[row] ?? 1) < 1;
    const errors = table.flatMap((_, row) => {
      const layer = row + 1;
      const [most = 0, zeros = 0, kept = 1] = [largest?.[row], zero?.[row], finite?.[row]];
      const tops = boxes(faintest)
        .filter(at(layer))
        .map(({ top }) => top);
      const upper = (Math.min(...tops) - y(0)) / (y(1) - y(0));
      const beyond = upper - Math.log10(most);
      const found: string[] = [];
      if (most > 0 && most < Infinity && !(beyond > -half && beyond < HALF_OCTAVE + half))
        found.push(`lane ${i}, layer ${layer}: largest ${most}, drawn up to 10^${upper}`);
      for (const [share, sign] of [
        [zeros, -1],
        [1 - kept, 1],
      ] as const) {
        const bar = bars(shares).find((each) => at(layer)(each) && each.height * sign > 0);
        const height = share === 0 ? 0 : Math.max(1, share * whole);
        if (!near(Math.abs(bar?.height ?? 0), height))
          found.push(`lane ${i}, layer ${layer}: share ${share} is ${bar?.height} of ${whole} px`);
      }
      return found;
    });
    const from = table.findLastIndex((_, row) => !gone(row)) + 1;
    const expected = from < table.length ? x(from + 1) : null;
    const ringed = expected === null ? ring === null : near(Number(ring ?? NaN), expected);
    return ringed ? errors : [...errors, `lane ${i}: ring at ${ring}, not ${expected}`];
  });
}

/** One column a lane: the median of the examples, read back from all their threads. */
export async function riverErrors(figure: Locator, table: Table): Promise<readonly string[]> {
  const marks = await readMarks(figure);
  const x = layers(marks);
  return marks.lanes.flatMap((lane, i) => {
    const labels = marks.rows.slice(3 * i, 3 * i + 3);
    const y = axis(labels, 'y', decadeOf);
    const foot = Math.max(...labels.map((label) => label.y));
    const at = (d: string | undefined, layer: number): readonly number[] =>
      pointsOf(d)
        .filter(([px]) => near(px, x(layer)))
        .map(([, py]) => py);
    return column(table, 1 + i).flatMap((median, row) => {
      const layer = row + 1;
      if (median === 0) {
        const zeros = at(lane['zero'], layer);
        return zeros.length > 0 && zeros.every((py) => py > foot + 2)
          ? []
          : [`lane ${i}, layer ${layer}: zero at ${zeros}`];
      }
      const sizes = at(lane['thread'], layer)
        .map((py) => 10 ** ((py - y(0)) / (y(1) - y(0))))
        .toSorted((a, b) => a - b);
      const half = sizes.length / 2;
      const read = ((sizes[Math.ceil(half) - 1] ?? NaN) + (sizes[Math.floor(half)] ?? NaN)) / 2;
      return sizes.length === 24 && near(y(Math.log10(read)), y(Math.log10(median)))
        ? []
        : [`lane ${i}, layer ${layer}: ${sizes.length} threads, median ${read}, not ${median}`];
    });
  });
}

/** Depths of a track's colour. */
const DEPTHS = 20;

/**
 * Two columns a lane: the share of right answers is the depth of a cell, the gradient a thread on one scale for all
 * lanes, measured from the rule at exactly 0.
 */
export async function trackErrors(
  figure: Locator,
  table: Table,
  chance: number,
): Promise<readonly string[]> {
  const marks = await readMarks(figure);
  const x = axis(marks.xTicks, 'x', numberOf);
  const steps = column(table, 0);
  const groups = await figure.locator('g[data-of-lane]').evaluateAll((all) =>
    all.map((group) => ({
      floor: group.querySelector('[class*="_extreme_"]')?.getAttribute('d') ?? '',
      cells: Array.from(group.querySelectorAll('[data-depth]'), (path) => ({
        depth: Number(path.getAttribute('data-depth')),
        shown: Number(path.getAttribute('fill-opacity')),
        d: path.getAttribute('d') ?? '',
      })),
    })),
  );
  const threads: { readonly decade: number; readonly height: number; readonly what: string }[] = [];
  const errors = groups.flatMap(({ floor, cells }, i) => {
    const ground = pointsOf(floor)[0]?.[1] ?? NaN;
    const boxes = cells.flatMap(({ depth, shown, d }) =>
      Array.from(d.matchAll(/M([-\d.]+),[-\d.]+H([-\d.]+)/g), ([, from, to]) => ({
        depth: depth === shown ? depth : NaN,
        from: Number(from),
        to: Number(to),
      })),
    );
    const gradients = column(table, 2 + 2 * i);
    return column(table, 1 + 2 * i).flatMap((share, row) => {
      const [step = NaN, next] = [steps[row], steps[row + 1]];
      const found: string[] = [];
      if (next !== undefined) {
        const middle = (x(step) + x(next)) / 2;
        const depth = boxes.find(({ from, to }) => from < middle && middle < to)?.depth ?? 0;
        const filled = Math.max(0, Math.min(1, (share - chance) / (1 - chance)));
        if (Math.abs(depth - filled) > 0.5 / DEPTHS + 1e-9)
          found.push(`lane ${i}, step ${step}: ${share} right, depth ${depth}`);
      }
      const gradient = gradients[row] ?? NaN;
      const thread = marks.lanes[i]?.[gradient === 0 ? 'zero' : 'thread'];
      const py = pointsOf(thread).find(([px]) => near(px, x(step)))?.[1] ?? NaN;
      const what = `lane ${i}, step ${step}: gradient ${gradient} at ${py}`;
      if (gradient === 0 && !near(py, ground)) found.push(what);
      if (gradient > 0 && gradient < Infinity)
        threads.push({ decade: Math.log10(gradient), height: ground - py, what });
      return found;
    });
  });
  const sorted = threads.toSorted((a, b) => a.decade - b.decade);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || low === high) return [...errors, 'no threads'];
  const rise = (high.height - low.height) / (high.decade - low.decade);
  const beside = threads.filter(
    ({ decade, height }) => !near(height, low.height + (decade - low.decade) * rise),
  );
  return [...errors, ...beside.map(({ what }) => what)];
}

/** E[g(√q z)] for z ~ N(0, 1), by the trapezoidal rule. */
function mean(g: (z: number) => number, q: number): number {
  let sum = 0;
  for (let i = -800; i <= 800; i += 1) {
    const z = i / 100;
    sum += g(Math.sqrt(q) * z) * Math.exp((-z * z) / 2);
  }
  return sum / 100 / Math.sqrt(2 * Math.PI);
}

/** χ₁ of tanh at the fixed point of the variance, by iteration. */
function tanhChi(weight: number, bias: number): number {
  let q = 1;
  for (let i = 0; i < 400; i += 1) q = weight * mean((z) => Math.tanh(z) ** 2, q) + bias;
  return weight * mean((z) => (1 - Math.tanh(z) ** 2) ** 2, q);
}

/**
 * Columns: name, σ_w², σ_b², χ₁. Dots are where the numbers say, and at the places of the line for tanh χ₁ is 1: half a
 * pixel changes it by about 0.003.
 */
export async function chaosErrors(figure: Locator, table: Table): Promise<readonly string[]> {
  const marks = await readMarks(figure);
  const [x, y] = [axis(marks.xTicks, 'x', numberOf), axis(marks.yTicks, 'y', numberOf)];
  const reach = Math.max(...marks.xTicks.map(numberOf));
  const dots = await marksNamed(figure, 'dot', 'cx', 'cy');
  const lost = table.flatMap(([name, weight, bias]) => {
    const place = [x(Math.min(reach, Number(weight))), y(Number(bias))] as const;
    return dots.some(({ cx, cy }) => near(Number(cx), place[0]) && near(Number(cy), place[1]))
      ? []
      : [`${name}: nothing at ${place}`];
  });
  const [line] = await marksNamed(figure, 'critical', 'd');
  const value = (px: number, scale: (at: number) => number): number =>
    (px - scale(0)) / (scale(1) - scale(0));
  const points = pointsOf(line?.['d']).map(([px, py]) => [value(px, x), value(py, y)] as const);
  // Near σ_b = 0 the iteration takes long to settle.
  const checked = points.filter(([, bias], i) => bias > 0.05 && i % 5 === 0);
  const beside = checked
    .map(([weight, bias]) => ({ weight, bias, chi: tanhChi(weight, bias) }))
    .filter(({ chi }) => Math.abs(chi - 1) > 0.004);
  return [
    ...(dots.length === table.length ? [] : [`${dots.length} dots for ${table.length} starts`]),
    ...lost,
    ...(checked.length > 3 ? [] : ['no line']),
    ...beside.map(({ weight, bias, chi }) => `χ₁ = ${chi} at ${weight}, ${bias} on the line`),
  ];
}

/** A row per layer: its number, then all singular values, each a dot. */
export async function directionsErrors(figure: Locator, table: Table): Promise<readonly string[]> {
  const marks = await readMarks(figure);
  const [x, y] = [layers(marks), decades(marks)];
  const [dots] = await marksNamed(figure, 'values', 'd');
  const wanted = table.flatMap(([layer, ...values]) =>
    values
      .map(Number)
      .filter((value) => value > 0)
      .map((value): Px => [x(Number(layer)), y(Math.log10(value))]),
  );
  return misplaced('singular value', pointsOf(dots?.['d']), wanted);
}

/** Singular values in descending order: the bulk as bins, the others as stems with a dot on top. */
export async function spectrumErrors(figure: Locator, table: Table): Promise<readonly string[]> {
  const marks = await readMarks(figure);
  const [x, y] = [axis(marks.xTicks, 'x', numberOf), axis(marks.rows, 'y', numberOf)];
  const dots = await marksNamed(figure, 'dot', 'cx', 'cy');
  const values = column(table, 1);
  const errors = dots.flatMap(({ cx, cy }, i) => {
    const value = values.find((each) => near(x(each), Number(cx)));
    return value !== undefined && near(Number(cy), y(1))
      ? []
      : [`stem ${i} at ${cx},${cy} is not one singular value`];
  });
  const [area] = await marksNamed(figure, 'area', 'd');
  // The bins' tops, one step after another: `M x,base V top H x …`.
  let [px, py] = [NaN, NaN];
  const tops: { readonly from: number; readonly to: number; readonly y: number }[] = [];
  for (const [, kind, first, second] of (area?.['d'] ?? '').matchAll(
    /([MVH])([-\d.]+)(?:,([-\d.]+))?/g,
  )) {
    if (kind === 'M') [px, py] = [Number(first), Number(second)];
    else if (kind === 'V') py = Number(first);
    else {
      tops.push({ from: px, to: Number(first), y: py });
      px = Number(first);
    }
  }
  const [rule] = await marksNamed(figure, 'reference', 'd');
  const [, start = 0, long = 0] =
    /M([-\d.]+),[-\d.]+h([-\d.]+)/.exec(rule?.['d'] ?? '')?.map(Number) ?? [];
  const beyond = values.filter((value) => x(value) > start + long + HALF_A_PIXEL).length;
  const bulk = values.slice(beyond + dots.length);
  const width = Math.min(...tops.map(({ from, to }) => to - from));
  const drawn = tops.reduce(
    (sum, { from, to, y: top }) =>
      sum + ((top - y(0)) / (y(1) - y(0))) * Math.round((to - from) / width),
    0,
  );
  return [
    ...errors,
    ...(Math.abs(drawn - bulk.length) < 1 ? [] : [`${drawn} values in bins, not ${bulk.length}`]),
    ...tops.flatMap(({ from, to, y: top }) => {
      // A value within a tenth of a pixel of an edge may be in either bin.
      const within = (by: number): number =>
        bulk.filter((value) => x(value) > from - by && x(value) < to + by).length /
        Math.round((to - from) / width);
      return top >= y(within(0.1)) - HALF_A_PIXEL && top <= y(within(-0.1)) + HALF_A_PIXEL
        ? []
        : [`bin from ${from} to ${to}: ${within(0)} values, top ${top}, not ${y(within(0))}`];
    }),
  ];
}

type FileNumber = number | 'NaN' | 'Infinity' | '-Infinity';

/** Mean squares by place, as the results file has them, in the layers of one lane. */
export type Squares = readonly (readonly FileNumber[])[];

/** Every pixel of the maps is as bright as its mean square: black to white up to one limit for all layers and lanes. */
export async function placeErrors(
  figure: Locator,
  lanes: readonly Squares[],
): Promise<readonly string[]> {
  const drawn = await figure.locator('[data-of-lane]').evaluateAll((all) =>
    all.map((lane) =>
      Array.from(lane.querySelectorAll('canvas'), (canvas) => {
        const { width, height } = canvas;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        return Array.from({ length: width * height }, (_, i) =>
          Array.from(pixels.slice(4 * i, 4 * i + 3)),
        );
      }),
    ),
  );
  const [dark, bright] = await figure.evaluate((root) => {
    const style = getComputedStyle(root);
    const context = document.createElement('canvas').getContext('2d');
    return ['--ink', '--ground'].map((name) => {
      if (context === null) return [];
      context.fillStyle = style.getPropertyValue(name).trim();
      context.fillRect(0, 0, 1, 1);
      return Array.from(context.getImageData(0, 0, 1, 1).data.slice(0, 3));
    });
  });
  const light = (pixel: readonly number[]): number => {
    const sum = (colour: readonly number[] = []): number => colour.reduce((a, b) => a + b, 0);
    return (sum(pixel) - sum(dark)) / (sum(bright) - sum(dark));
  };
  const limit = Math.max(...lanes.flatMap(([first = []]) => first.map(Number)));
  return lanes.flatMap((maps, lane) =>
    maps.flatMap((squares, layer) => {
      const wrong = squares.filter((value, place) => {
        const expected = Math.min(1, Number(value) / limit);
        return !(Math.abs(light(drawn[lane]?.[layer]?.[place] ?? []) - expected) < 0.004);
      });
      return wrong.length === 0 ? [] : [`lane ${lane}, layer ${layer + 1}: ${wrong.length} places`];
    }),
  );
}

/** The small loop in a cell of the poster: forward above, backward below, both against their rule at 1. */
export interface MiniLoop {
  readonly rules: readonly Px[];
  readonly right: number;
  readonly line: readonly Px[];
}

export async function miniLoopOf(cell: Locator): Promise<MiniLoop> {
  const [, , , , rules] = await marksNamed(cell, 'axis', 'd');
  const [line] = await marksNamed(cell, 'line', 'd');
  const [, right = NaN] = /H([-\d.]+)/.exec(rules?.['d'] ?? '')?.map(Number) ?? [];
  return { rules: pointsOf(rules?.['d']), right, line: pointsOf(line?.['d']) };
}

/** Values within the decades of the sheet, layer by layer: one scale for both passes. */
export function miniLoopErrors(
  { rules, right, line }: MiniLoop,
  passes: readonly (readonly number[])[],
): readonly string[] {
  const left = rules[0]?.[0] ?? NaN;
  const wanted = passes.flatMap((values, pass) =>
    values.map((value, i) => ({
      x: left + (i / (values.length - 1)) * (right - left),
      decade: Math.log10(value),
      rule: rules[pass]?.[1] ?? NaN,
    })),
  );
  if (line.length !== wanted.length) return [`${line.length} points for ${wanted.length} values`];
  const steepest = wanted.reduce(
    (best, { decade }, i) => (Math.abs(decade) > Math.abs(wanted[best]?.decade ?? 0) ? i : best),
    0,
  );
  const { decade: most = NaN, rule: from = NaN } = wanted[steepest] ?? {};
  const each = ((line[steepest]?.[1] ?? NaN) - from) / most;
  // In millimetres of the sheet; a pixel is about a third.
  return wanted.flatMap(({ x, decade, rule }, i) => {
    const [px = NaN, py = NaN] = line[i] ?? [];
    const placed = Math.abs(px - x) < 0.15 && Math.abs(py - (rule + decade * each)) < 0.15;
    return placed ? [] : [`point ${i}: at ${px},${py}, not ${x},${rule + decade * each}`];
  });
}
