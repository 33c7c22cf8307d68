/** What `npm run -s weights` prints. */
import type { Report } from './examine.ts';

/** A number as JSON can carry it; what is not finite is written as a word. */
const plain = (value: number): number | string => (Number.isFinite(value) ? value : String(value));

export function weightsFile({ format, tensors, findings, skipped }: Report) {
  return {
    format: 'init-lab/weights@1',
    file: format,
    tensors: tensors.map(({ summary, rule }) => {
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
        findings: findings.filter((each) => each.tensors.includes(name)).map(({ id }) => id),
      };
    }),
    findings,
    skipped,
  };
}
