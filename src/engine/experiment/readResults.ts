/** Reads a results file: its lanes as written, and the lab state that produced them. */
import type { Guard, Trail } from '../guards.ts';
import { absentOr, either, isNumber, isText, listOf, nullable, oneOf, shape } from '../guards.ts';
import type { Lab } from '../lab/lab.ts';
import { parseQuery } from '../lab/query.ts';
import type { ExperimentFile, FileNumber } from './results.ts';
import { EXPERIMENT_FORMAT } from './results.ts';
import {
  BLOCKS,
  BRANCH_WORDS,
  INPUT_IDS,
  KERNEL_SIZES,
  NETS,
  NORMS,
  PADDINGS,
  PRECISIONS,
  QUANTILE_LEVELS,
  VERDICTS,
} from '../types.ts';

type Lane = ExperimentFile['lanes'][number];
/** Settings added after the format was defined; older files lack them. */
type LaterKey =
  'net' | 'kernel' | 'padding' | 'block' | 'branch' | 'norm' | 'head' | 'input_mean' | 'input_std';
type ReadConfig = Omit<Lane['config'], LaterKey> & {
  readonly [K in LaterKey]: Lane['config'][K] | undefined;
};
/** The part of a lane that the format guarantees; other fields of a file are ignored. */
export type ReadLane = Pick<
  Lane,
  'input' | 'firstNonFiniteLayer' | 'firstAllZeroLayer' | 'verdict'
> & {
  readonly config: ReadConfig;
  readonly layers: readonly Omit<
    Lane['layers'][number],
    'theory' | 'units' | 'places' | 'similarity' | 'deadExamples'
  >[];
};
type ReadSummary = Lane['input'];
type ReadLayer = ReadLane['layers'][number];

export type ReadResults =
  | { readonly ok: true; readonly lanes: readonly ReadLane[]; readonly lab: Lab }
  | {
      readonly ok: false;
      readonly reason: 'not-json' | 'other-format' | 'bad-field';
      /** Such as `lanes.0.config.depth`; empty for the file as a whole. */
      readonly path: string;
    };

const isFileNumber: Guard<FileNumber> = either(isNumber, oneOf(['NaN', 'Infinity', '-Infinity']));

const levels = Object.fromEntries(QUANTILE_LEVELS.map((level) => [String(level), isFileNumber]));

const isSummary: Guard<ReadSummary> = shape<ReadSummary>({
  count: isNumber,
  finite: isNumber,
  mean: isFileNumber,
  std: isFileNumber,
  rms: isFileNumber,
  min: isFileNumber,
  max: isFileNumber,
  zero: isNumber,
  saturated: isNumber,
  quantiles: shape<Record<string, FileNumber>>(levels),
  histogram: shape<ReadSummary['histogram']>({
    lo: isFileNumber,
    hi: isFileNumber,
    counts: listOf(isNumber),
    below: isNumber,
    above: isNumber,
  }),
});

const isLayer: Guard<ReadLayer> = shape<ReadLayer>({
  layer: isNumber,
  fanIn: isNumber,
  fanOut: isNumber,
  weights: isSummary,
  preActivations: isSummary,
  activations: isSummary,
  gradients: nullable(isSummary),
  weightGradients: nullable(isSummary),
  distinctUnits: isNumber,
});

const isConfig: Guard<ReadConfig> = shape<ReadConfig>({
  lane: isText,
  act: isText,
  depth: isNumber,
  width: isNumber,
  in: isNumber,
  out: nullable(isNumber),
  batch: isNumber,
  input: oneOf(INPUT_IDS),
  bias: isText,
  precision: oneOf(PRECISIONS),
  backward: oneOf([0, 1]),
  seed: isNumber,
  net: absentOr(oneOf(NETS)),
  kernel: absentOr(oneOf(KERNEL_SIZES)),
  padding: absentOr(oneOf(PADDINGS)),
  block: absentOr(oneOf(BLOCKS)),
  branch: absentOr(either(isNumber, oneOf(BRANCH_WORDS))),
  norm: absentOr(oneOf(NORMS)),
  head: absentOr(nullable(isText)),
  input_mean: absentOr(isNumber),
  input_std: absentOr(isNumber),
});

const isLane: Guard<ReadLane> = shape<ReadLane>({
  config: isConfig,
  input: isSummary,
  layers: listOf(isLayer),
  firstNonFiniteLayer: nullable(isNumber),
  firstAllZeroLayer: nullable(isNumber),
  verdict: oneOf(VERDICTS),
});

/** Settings equal in all lanes become the lab's; the others become overrides of each lane. */
function labOf(lanes: readonly ReadLane[]): Lab {
  const rows = lanes.map(({ config }) => {
    const { lane, ...settings } = config;
    const texts = Object.entries(settings)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => `${key}=${value}`);
    return { lane, texts };
  });
  const common = (rows[0]?.texts ?? []).filter((text) =>
    rows.every(({ texts }) => texts.includes(text)),
  );
  const own = rows.map(({ lane, texts }) => {
    const parts = [lane, ...texts.filter((text) => !common.includes(text))];
    return `lane=${encodeURIComponent(parts.join(';'))}`;
  });
  return parseQuery([...own, ...common.map(encodeText)].join('&')).lab;
}

/** `key=value` with the value percent-encoded for a query. */
function encodeText(text: string): string {
  const at = text.indexOf('=');
  return `${text.slice(0, at)}=${encodeURIComponent(text.slice(at + 1))}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Never throws: returns the data, or the reason for the failure and where it occurred. */
export function readExperiment(text: string): ReadResults {
  const file = parseJson(text);
  if (file === undefined) return { ok: false, reason: 'not-json', path: '' };
  const trail: Trail = [];
  const isFormat = shape<{ format: string }>({ format: oneOf([EXPERIMENT_FORMAT]) });
  if (!isFormat(file, trail)) return { ok: false, reason: 'other-format', path: 'format' };
  const isFile = shape<{ lanes: readonly ReadLane[] }>({ lanes: listOf(isLane) });
  if (!isFile(file, trail)) {
    return { ok: false, reason: 'bad-field', path: trail.toReversed().join('.') };
  }
  if (file.lanes.length === 0) return { ok: false, reason: 'bad-field', path: 'lanes' };
  return { ok: true, lanes: file.lanes, lab: labOf(file.lanes) };
}
