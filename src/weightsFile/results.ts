/** The results that `npm run -s weights` prints and the page saves. */
import type { Report } from './examine.ts';
import type { Examined } from './findings/finding.ts';
import type { CheckpointOrder } from './run/checkpointOrder.ts';
import type { RunComparison } from './run/compareCheckpoints.ts';
import type { NoSpectrum } from './spectrum/matrixSides.ts';
import type { Spectra } from './spectrum/readSpectra.ts';
import type { Spectrum } from './spectrum/spectrum.ts';

/** Further results beside those of the examined file. */
export interface MoreResults {
  /** Name of that file. */
  readonly name?: string;
  /** By tensor; the reason if it has no spectrum. */
  readonly spectra?: ReadonlyMap<string, Spectra | NoSpectrum>;
  readonly run?: { readonly by: CheckpointOrder; readonly comparison: RunComparison };
}

/** A number for JSON; NaN and the infinities become strings. */
const plain = (value: number): number | string => (Number.isFinite(value) ? value : String(value));

/** A spectrum with only its largest singular value, since there may be a thousand. */
const spectrumResults = ({ values, ...rest }: Spectrum) => ({ ...rest, largest: values[0] ?? 0 });

function spectraResults(found: Spectra | NoSpectrum) {
  if (typeof found === 'string') return { none: found };
  const { own, added } = found;
  return {
    ...spectrumResults(own),
    added: added && {
      share: plain(added.share),
      spectrum: added.spectrum && spectrumResults(added.spectrum),
    },
  };
}

function tensorResults({ summary, rule }: Examined) {
  const { name, shape, dtype, layout, numbers, units } = summary;
  return {
    name,
    shape,
    dtype,
    kind: layout.kind,
    axes: layout.order,
    fanIn: layout.fanIn,
    fanOut: layout.fanOut,
    mean: plain(numbers.mean),
    std: plain(numbers.std),
    min: plain(numbers.min),
    max: plain(numbers.max),
    kurtosis: plain(numbers.kurtosis),
    zero: numbers.zero,
    count: numbers.count,
    finite: numbers.finite,
    distinctUnits: units.distinct,
    units: units.count,
    rule:
      rule === null
        ? null
        : {
            initializer: rule.initializer,
            same: rule.names.slice(1),
            confidence: rule.confidence,
            runnerUp: rule.runnerUp,
            trained: rule.trained,
          },
  };
}

function runResults({ by, comparison }: NonNullable<MoreResults['run']>) {
  return {
    by,
    ...comparison,
    tensors: comparison.tensors.map((tensor) => ({
      ...tensor,
      moments: tensor.moments.map(
        (moment) =>
          moment && {
            rms: plain(moment.rms),
            moved: plain(moment.moved),
            cosine: plain(moment.cosine),
          },
      ),
    })),
  };
}

/** The results of one file in the format `init-lab/weights@1`, ready for JSON. */
export function weightsFile(
  { format, tensors, findings, skipped }: Report,
  { name, spectra, run }: MoreResults = {},
) {
  return {
    format: 'init-lab/weights@1',
    file: format,
    ...(name !== undefined && { name }),
    tensors: tensors.map((each) => {
      const spectrum = spectra?.get(each.summary.name);
      return {
        ...tensorResults(each),
        ...(spectrum !== undefined && { spectrum: spectraResults(spectrum) }),
        findings: findings
          .filter((finding) => finding.tensors.includes(each.summary.name))
          .map(({ id }) => id),
      };
    }),
    findings,
    skipped,
    ...(run !== undefined && { run: runResults(run) }),
  };
}
