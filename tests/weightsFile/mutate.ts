/** Seeded damage to a file, for the fuzz test and the longer one in bench/weights/fuzz.mjs. */
import { mix } from '../../src/engine/rng.ts';
import { examine } from '../../src/weightsFile/examine.ts';
import { WeightsFileError } from '../../src/weightsFile/read/failure.ts';
import { bytesSource } from '../../src/weightsFile/read/source.ts';

const EXTREMES = [0, 1, 0x7f, 0x80, 0xff];

/** A copy with one to eight changes: single bytes, runs of one byte, a range copied elsewhere, or a truncation. */
export function mutate(bytes: Uint8Array<ArrayBuffer>, seed: number): Uint8Array<ArrayBuffer> {
  let counter = 0;
  const draw = (below: number): number => {
    counter += 1;
    return mix((mix(seed) + Math.imul(counter, 0x9e3779b9)) >>> 0) % Math.max(1, below);
  };
  let out = bytes.slice();
  /** Half of all places are within 600 bytes of the start or the end, where the headers are. */
  const place = (): number => {
    const near = Math.min(out.length, 600);
    const kind = draw(4);
    if (kind === 0) return draw(near);
    return kind === 1 ? out.length - 1 - draw(near) : draw(out.length);
  };
  for (let left = 1 + draw(8); left > 0 && out.length > 0; left -= 1) {
    const at = place();
    switch (draw(6)) {
      case 0:
        out[at] = draw(256);
        break;
      case 1:
        out[at] = EXTREMES[draw(EXTREMES.length)] ?? 0;
        break;
      case 2:
        out.fill(EXTREMES[draw(EXTREMES.length)] ?? 0, at, at + 1 + draw(9));
        break;
      case 3:
        out.copyWithin(at, place(), place());
        break;
      case 4:
        out[at] = (out[at] ?? 0) ^ (1 << draw(8));
        break;
      default:
        if (draw(4) === 0) out = out.slice(0, at);
    }
  }
  return out;
}

export type Fate =
  | { readonly kind: 'read'; readonly tensors: number }
  | { readonly kind: 'refused'; readonly failure: string }
  | { readonly kind: 'crashed'; readonly problem: unknown };

/** Examines a file as the page does. */
export async function fateOf(bytes: Uint8Array<ArrayBuffer>): Promise<Fate> {
  try {
    const steps = examine(bytesSource(bytes), 'file', null);
    let step = await steps.next();
    while (step.done !== true) step = await steps.next();
    return { kind: 'read', tensors: step.value.tensors.length };
  } catch (problem) {
    if (problem instanceof WeightsFileError) return { kind: 'refused', failure: problem.failure };
    return { kind: 'crashed', problem };
  }
}
