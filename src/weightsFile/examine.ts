/** Examines a file, from its first tensor to its last. */
import type { Examined, Finding } from './findings/finding.ts';
import { findingsOf } from './findings/fileFindings.ts';
import { identify } from './identify/identify.ts';
import { settleRules } from './findings/trainedFile.ts';
import { layoutsOf } from './measure/layout.ts';
import type { AxisOrder } from './measure/layout.ts';
import { summarizeTensor } from './measure/summarize.ts';
import { openWeights } from './read/openWeights.ts';
import type { ByteSource } from './read/source.ts';
import { DTYPE_BYTES, elementCount } from './read/tensor.ts';
import type { Format, WeightsFile } from './read/tensor.ts';

export type ExamineStep =
  | {
      readonly type: 'opened';
      readonly format: Format;
      readonly tensors: number;
      readonly skipped: readonly string[];
      readonly bytes: number;
    }
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'tensor'; readonly index: number; readonly examined: Examined };

export interface Report {
  readonly format: Format;
  readonly tensors: readonly Examined[];
  readonly findings: readonly Finding[];
  readonly skipped: readonly string[];
}

const REPORT_EVERY = 1 << 23;

const bytesOf = ({ tensors }: WeightsFile): number =>
  tensors.reduce((sum, { shape, dtype }) => sum + elementCount(shape) * DTYPE_BYTES[dtype], 0);

/**
 * Yields the file's list of tensors, then each tensor after reading it; its rule is settled when all have been read.
 * Keeps only summaries. `order`: the order of axes, used where the file does not say. Throws WeightsFileError.
 */
export async function* examine(
  source: ByteSource,
  name: string,
  order: AxisOrder | null,
): AsyncGenerator<ExamineStep, Report, void> {
  const file = await openWeights(source, name);
  const { format, skipped, tensors } = file;
  yield { type: 'opened', format, tensors: tensors.length, skipped, bytes: bytesOf(file) };
  const layouts = layoutsOf(tensors, format, order);
  const all: Examined[] = [];
  let seen = 0;
  let reported = 0;
  for (const [index, tensor] of tensors.entries()) {
    const layout = layouts[index];
    if (layout === undefined) continue;
    const summary = await summarizeTensor(tensor, layout, {
      onBytes: (bytes) => {
        seen += bytes;
      },
    });
    const examined = { summary, rule: identify(summary) };
    all.push(examined);
    yield { type: 'tensor', index, examined };
    if (seen - reported > REPORT_EVERY) {
      reported = seen;
      yield { type: 'progress', bytes: seen };
    }
  }
  const settled = settleRules(all);
  return { format, tensors: settled, findings: findingsOf(settled), skipped };
}
