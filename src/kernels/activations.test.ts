import { readFileSync } from 'node:fs';
/** Activations and their derivatives against float64, over the whole range of float32. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { activation, SELU } from '../engine/rules/activations.ts';
import { completeActivation } from '../engine/rules/spec.ts';
import type { ActivationId, ActivationSpec } from '../engine/types.ts';
import { ACTIVATION_IDS } from '../engine/types.ts';
import { distance, machines, numbers, tensorOf } from '../../tests/kernels.ts';

/** Every octave from the smallest subnormal to the largest number, and densely where things happen. */
const POINTS = [
  ...Array.from({ length: 4 * 277 }, (_, i) => 2 ** (i / 4 - 149)),
  ...Array.from({ length: 2000 }, (_, i) => i / 100 + 0.003),
  ...Array.from({ length: 400 }, (_, i) => 20 + i / 4),
  0.35,
  0.625,
  9.02,
  16,
  88.72,
  103.97,
  3.4028234663852886e38,
].flatMap((x) => [Math.fround(x), -Math.fround(x)]);
const SPECIAL = [0, -0, Infinity, -Infinity, Number.NaN];

interface Tolerance {
  /** Relative error where the value is larger than `floor`, and in units of it below. */
  readonly f: number;
  readonly df: number;
  readonly floor: number;
  readonly floorSlope: number;
}
/** Below the smallest normal number precision is lost. */
const TINY = 2 ** -126;
const USUAL: Tolerance = { f: 4e-7, df: 6e-7, floor: TINY, floorSlope: TINY };
/** Where f′ has a zero its terms cancel; SiLU multiplies what sigmoid has lost among the subnormals. */
const TOLERANCES: Partial<Record<ActivationId, Tolerance>> = {
  gelu: { f: 1e-6, df: 7e-7, floor: TINY, floorSlope: 0.4 },
  silu: { f: 4e-7, df: 6e-7, floor: 2 ** -112, floorSlope: 0.4 },
};
const PARAMS: Partial<Record<ActivationId, ActivationSpec['params']>> = {
  leaky_relu: { slope: 0.2 },
  elu: { alpha: 1.5 },
};
const specOf = (id: ActivationId): ActivationSpec =>
  completeActivation({ id, params: PARAMS[id] ?? {} }).value;

describe.each(machines)('$build', (kernels) => {
  let start = 0;
  beforeEach(() => {
    start = kernels.mark();
  });
  afterEach(() => kernels.release(start));

  const values = (act: ActivationSpec, x: readonly number[], type: 'f32' | 'f64'): number[] => {
    const z = tensorOf(kernels, x, type);
    const h = kernels.allocate(x.length, type);
    kernels.activate(act, z, h);
    return numbers(kernels, h);
  };
  const slopes = (act: ActivationSpec, x: readonly number[], type: 'f32' | 'f64'): number[] => {
    const g = kernels.allocate(x.length, type);
    kernels.fillConstant(g, 1);
    kernels.activateBackward(act, tensorOf(kernels, x, type), g);
    return numbers(kernels, g);
  };

  test.each(ACTIVATION_IDS)('%s', (id) => {
    const act = specOf(id);
    const { f, df } = activation(id).curve(act.params);
    const tolerance = TOLERANCES[id] ?? USUAL;
    const [h, slope] = [values(act, POINTS, 'f32'), slopes(act, POINTS, 'f32')];
    let [worst, worstSlope] = [0, 0];
    POINTS.forEach((x, i) => {
      const expected = Math.fround(f(x));
      worst = Math.max(worst, distance(h[i]!, expected, tolerance.floor));
      const expectedSlope = Math.fround(df(x));
      worstSlope = Math.max(worstSlope, distance(slope[i]!, expectedSlope, tolerance.floorSlope));
    });
    expect(worst).toBeLessThan(tolerance.f);
    expect(worstSlope).toBeLessThan(tolerance.df);

    expect(values(act, POINTS, 'f64')).toEqual(POINTS.map((x) => f(x)));
    expect(slopes(act, POINTS, 'f64')).toEqual(POINTS.map((x) => df(x)));
  });

  test.each(ACTIVATION_IDS)('%s at zero, infinity and NaN', (id) => {
    const act = specOf(id);
    const { f, df } = activation(id).curve(act.params);
    const h = values(act, SPECIAL, 'f32');
    const slope = slopes(act, SPECIAL, 'f32');
    SPECIAL.forEach((x, i) => {
      const expected = Math.fround(f(x));
      if (x === 0) expect(h[i]).toBeCloseTo(expected, 6);
      else expect(h[i], `f(${x})`).toEqual(expected);
      if (x === 0) expect(slope[i]).toBeCloseTo(df(x), 6);
      else if (!Number.isNaN(x) && !Number.isNaN(df(x))) {
        expect(slope[i], `f′(${x})`).toBe(Math.fround(df(x)));
      }
    });
  });

  test('saturation is exact, and small values are kept', () => {
    const at = (id: ActivationId, x: number): number => values(specOf(id), [x], 'f32')[0]!;
    expect([at('tanh', 9.1), at('tanh', -9.1), at('sigmoid', 17.4)]).toEqual([1, -1, 1]);
    expect(at('tanh', 8)).toBeLessThan(1);
    expect([at('sigmoid', -104), at('elu', -50), at('gelu', -20)]).toEqual([0, -1.5, -0]);
    expect(at('sigmoid', -100)).toBe(Math.fround(Math.exp(-100)));
    expect(at('tanh', 1e-40)).toBe(Math.fround(1e-40));
    expect(at('elu', -1e-30)).toBe(Math.fround(Math.fround(-1e-30) * 1.5));
    expect(at('relu', Number.NaN)).toBeNaN();
    expect(at('relu', -0)).toBe(0);
  });

  test.each([1, 2, 3, 4, 5, 8, 13])('%d values in place, and nothing behind them', (length) => {
    const x = POINTS.filter((v) => Math.abs(v) > 0.1 && Math.abs(v) < 10).slice(0, length);
    for (const id of ACTIVATION_IDS) {
      const act = specOf(id);
      const z = tensorOf(kernels, [...x, 42]);
      const g = tensorOf(kernels, [...x.map(() => 3), 42]);
      kernels.activateBackward(act, kernels.slice(z, 0, length), kernels.slice(g, 0, length));
      kernels.activate(act, kernels.slice(z, 0, length), kernels.slice(z, 0, length));
      expect(numbers(kernels, z)).toEqual([...values(act, x, 'f32'), 42]);
      const three = slopes(act, x, 'f32').map((slope) => Math.fround(3 * slope));
      expect(numbers(kernels, g).every((v, i) => distance(v, three[i] ?? 42) < 2e-7)).toBe(true);
    }
  });
});

describe('the assembly and the table', () => {
  const source = readFileSync(new URL('assembly/activations.ts', import.meta.url), 'utf8');

  test('number the activations alike: wasm.ts hands over places in ACTIVATION_IDS', () => {
    const [, names = ''] = /const enum Act \{([^}]*)\}/.exec(source) ?? [];
    const camel = ACTIVATION_IDS.map((id) =>
      id.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    );
    expect(
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ).toEqual(camel);
  });

  test('have the same constants of SELU', () => {
    expect(source).toContain(`SELU_ALPHA: f32 = ${SELU.alpha};`);
    expect(source).toContain(`SELU_SCALE: f32 = ${SELU.scale};`);
  });
});
