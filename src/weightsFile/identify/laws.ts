/** The laws a tensor may have been drawn from: the engine's rules for its fans, and common errors in their scale. */
import type { Draw } from '../../engine/rules/draw.ts';
import { TRUNCATED_STD } from '../../engine/rules/draw.ts';
import { initializer } from '../../engine/rules/initializer.ts';
import { completeInitializer, printInitializer } from '../../engine/rules/spec.ts';
import type { ParamValue } from '../../engine/rules/params.ts';
import type { InitializerId } from '../../engine/types.ts';
import type { TensorLayout } from '../measure/layout.ts';

/** The rule as a link writes it, with numbers rounded to four digits. */
export function specName(
  id: InitializerId,
  params: Readonly<Record<string, ParamValue>> = {},
): string {
  const short = Object.entries(params).map(
    ([key, value]) =>
      [key, typeof value === 'number' ? Number(value.toPrecision(4)) : value] as const,
  );
  return printInitializer({ id, params: Object.fromEntries(short) });
}

/** Common errors in the scale; each is a finding (findings/). */
export const SCALE_SLIPS = [
  /** Fan-out used instead of fan-in, or the reverse. */
  'wrong-fan',
  /** A convolution's fan without the area of its kernel. */
  'area-forgotten',
  /** A depthwise convolution's fan-out counted as for a plain one: PyTorch's `fan_out` counts every filter. */
  'group-fan',
  /** The variance used as standard deviation. */
  'variance-as-std',
  /** The standard deviation used as the limit of a uniform law. */
  'std-as-limit',
  /** `2 / fan_in + fan_out`, without the brackets around the sum. */
  'brackets-missing',
] as const;
export type ScaleSlip = (typeof SCALE_SLIPS)[number];

export type Shape = 'normal' | 'uniform' | 'truncated';

/** A symmetric law with a fixed scale. */
export interface Law {
  readonly shape: Shape;
  /** Standard deviation of what is drawn (of a truncated law, after the cut). */
  readonly std: number;
  /** Name as a link writes it. */
  readonly name: string;
  /** Prior relative to that of a common rule. */
  readonly prior: number;
  readonly slip: ScaleSlip | null;
}

const scaleOf = (draw: Draw): { readonly shape: Shape; readonly std: number } | null => {
  switch (draw.kind) {
    case 'normal':
      return { shape: 'normal', std: draw.std };
    case 'uniform':
      return { shape: 'uniform', std: (draw.hi - draw.lo) / Math.sqrt(12) };
    case 'truncated':
      return { shape: 'truncated', std: draw.std * TRUNCATED_STD };
    default:
      return null;
  }
};

interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

function law(
  id: InitializerId,
  params: Readonly<Record<string, ParamValue>>,
  { fanIn, fanOut }: Fans,
  prior: number,
  slip: ScaleSlip | null = null,
): readonly Law[] {
  const spec = completeInitializer({ id, params }).value;
  const scale = scaleOf(initializer(id).draw(spec.params, fanIn, fanOut));
  return scale === null ? [] : [{ ...scale, name: specName(id, params), prior, slip }];
}

const scaling = (scale: number, mode: string, distribution: string) => ({
  scale,
  mode,
  distribution,
});

/** Named rules with their usual parameters. More common ones come first, and win ties. */
function namedLaws(fans: Fans): readonly Law[] {
  return [
    law('he_normal', {}, fans, 1),
    law('he_uniform', {}, fans, 1),
    law('xavier_normal', {}, fans, 1),
    law('xavier_uniform', {}, fans, 1),
    law('pytorch_linear', {}, fans, 1),
    law('keras_glorot_normal', {}, fans, 1),
    law('lecun_normal', {}, fans, 0.6),
    law('lecun_uniform', {}, fans, 0.6),
    law('variance_scaling', scaling(2, 'fan_in', 'truncated'), fans, 1),
    law('variance_scaling', scaling(1, 'fan_in', 'truncated'), fans, 1),
    ...[5 / 3, Math.SQRT2].flatMap((gain) => [
      law('xavier_normal', { gain }, fans, 0.1),
      law('xavier_uniform', { gain }, fans, 0.1),
    ]),
    ...[0.2, 0.25].flatMap((slope) => [
      law('he_normal', { slope }, fans, 0.05),
      law('he_uniform', { slope }, fans, 0.05),
    ]),
  ].flat();
}

/** PyTorch always counts all filters of a depthwise convolution in its fan-out. */
const layerLaws = (layout: TensorLayout): readonly Law[] =>
  namedLaws(layout).map((each) =>
    layout.depthwise && /xavier|glorot/.test(each.name) ? { ...each, slip: 'group-fan' } : each,
  );

/** He's rule with fan-out: the default of convolutions in torchvision's models, but an error in a dense layer. */
function fanOutLaws(fans: Fans, { kind, depthwise }: TensorLayout): readonly Law[] {
  const slip = kind === 'dense' ? 'wrong-fan' : depthwise ? 'group-fan' : null;
  const prior = kind === 'conv' ? 0.9 : 0.2;
  return [
    law('he_normal', { mode: 'fan_out' }, fans, prior, slip),
    law('he_uniform', { mode: 'fan_out' }, fans, prior / 2, slip),
    law('variance_scaling', scaling(2, 'fan_out', 'truncated'), fans, prior / 2, slip),
    law('variance_scaling', scaling(1, 'fan_out', 'normal'), fans, 0.05, slip),
    law('variance_scaling', scaling(1, 'fan_out', 'uniform'), fans, 0.05, slip),
    law('variance_scaling', scaling(1 / 3, 'fan_out', 'uniform'), fans, 0.05, slip),
  ].flat();
}

const SLIP_PRIOR = 0.05;

function slips({ fanIn, fanOut }: Fans, { kind, area }: TensorLayout): readonly Law[] {
  const stds = (['he_normal', 'xavier_normal'] as const).flatMap((id) =>
    law(id, {}, { fanIn, fanOut }, 1).map(({ std }) => std),
  );
  return [
    ...stds.map((std): Law => ({
      shape: 'uniform',
      std: std / Math.sqrt(3),
      name: freeName('uniform', std / Math.sqrt(3)),
      prior: SLIP_PRIOR,
      slip: 'std-as-limit',
    })),
    ...stds.map((std): Law => ({
      shape: 'normal',
      std: std * std,
      name: freeName('normal', std * std),
      prior: SLIP_PRIOR,
      slip: 'variance-as-std',
    })),
    {
      shape: 'normal',
      std: Math.sqrt(2 / fanIn + fanOut),
      name: freeName('normal', Math.sqrt(2 / fanIn + fanOut)),
      prior: SLIP_PRIOR,
      slip: 'brackets-missing',
    },
    ...(kind === 'conv' && area > 1
      ? [
          ...law(
            'he_normal',
            {},
            { fanIn: fanIn / area, fanOut: fanOut / area },
            SLIP_PRIOR,
            'area-forgotten',
          ),
          ...law(
            'xavier_normal',
            {},
            { fanIn: fanIn / area, fanOut: fanOut / area },
            SLIP_PRIOR,
            'area-forgotten',
          ),
          ...law(
            'xavier_uniform',
            {},
            { fanIn: fanIn / area, fanOut: fanOut / area },
            SLIP_PRIOR,
            'area-forgotten',
          ),
        ].map((each) => ({ ...each, name: freeName(each.shape, each.std) }))
      : []),
  ];
}

/** Name of a law with a fitted scale. */
export function freeName(shape: Shape, std: number): string {
  const round = (value: number): number => Number(value.toPrecision(3));
  if (shape === 'normal') return specName('random_normal', { std: round(std) });
  if (shape === 'truncated')
    return specName('truncated_normal', { std: round(std / TRUNCATED_STD) });
  const limit = round(std * Math.sqrt(3));
  return specName('random_uniform', { min: -limit, max: limit });
}

/** Round numbers that people type as standard deviation or limit. */
export const TYPED = [1, 2, 5].flatMap((digit) =>
  [-4, -3, -2, -1, 0].map((k) => Number((digit * 10 ** k).toPrecision(1))),
);
/** The most usual of these, such as Keras's default of random_normal and random_uniform, and GPT-2's and BERT's. */
const COMMON: ReadonlySet<number> = new Set([0.05, 0.02, 0.01, 0.1, 1]);

function typedLaws(): readonly Law[] {
  return TYPED.filter((value) => value <= 1).flatMap((value) => {
    const prior = COMMON.has(value) ? 0.3 : 0.05;
    const shapes = [
      { shape: 'normal', std: value, weight: 1 },
      { shape: 'uniform', std: value / Math.sqrt(3), weight: 0.7 },
      { shape: 'truncated', std: value * TRUNCATED_STD, weight: 0.6 },
    ] as const;
    return shapes.map(({ shape, std, weight }): Law => ({
      shape,
      std,
      name: freeName(shape, std),
      prior: prior * weight,
      slip: null,
    }));
  });
}

/** All laws with a fixed scale for a tensor of this layout; without fans, only those with typed numbers. */
export function lawsFor(layout: TensorLayout): readonly Law[] {
  const { fanIn, fanOut, kind } = layout;
  if (kind === 'embedding') {
    return [
      ...typedLaws(),
      ...law('xavier_uniform', {}, layout, 0.3),
      ...law('xavier_normal', {}, layout, 0.3),
      ...law('lecun_normal', {}, layout, 0.1),
    ];
  }
  // PyTorch draws a bias with the fan-in of its layer.
  if (kind === 'bias' && fanIn > 0)
    return [...law('pytorch_linear', {}, layout, 1), ...typedLaws()];
  if (fanIn <= 0 || fanOut <= 0) return typedLaws();
  return [
    ...layerLaws(layout),
    ...fanOutLaws(layout, layout),
    ...typedLaws(),
    ...slips(layout, layout),
  ];
}
