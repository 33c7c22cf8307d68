/** Decompression with the platform's DecompressionStream, with a limit on the size of the output. */
import { WeightsFileError } from './failure.ts';
import type { ByteStream } from './source.ts';

/** An upper bound on the compression ratio of deflate, which is at most 1032 to 1 (zlib's technical notes). */
export const MAX_DEFLATE_RATIO = 1100;

async function* pull(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>): ByteStream {
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** `deflate` is the zlib format, `deflate-raw` that of zip members. Throws if the output exceeds `limit` bytes. */
export async function* inflate(
  compressed: ByteStream,
  format: 'deflate' | 'deflate-raw',
  limit: number,
): ByteStream {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  const feeding = (async () => {
    try {
      for await (const piece of compressed) await writer.write(piece);
      await writer.close();
    } catch (problem) {
      await writer.abort(problem).catch(() => undefined);
      if (problem instanceof WeightsFileError) return problem;
    }
    return null;
  })();
  let total = 0;
  try {
    for await (const piece of pull(stream.readable.getReader())) {
      total += piece.length;
      if (total > limit) throw new WeightsFileError('damaged', 'inflates to more than it says');
      yield piece;
    }
  } catch (problem) {
    if (problem instanceof WeightsFileError) throw problem;
    throw new WeightsFileError('damaged', 'deflate');
  }
  const failed = await feeding;
  if (failed !== null) throw failed;
}
