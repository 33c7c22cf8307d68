/**
 * What two threads that share a run send each other. One computes the values of every layer (computeHalf.ts), the other
 * draws the weights for it, computes the pre-activations of some examples, measures most of what is measured, and computes
 * dC/dW (measureHalf.ts, division.ts). Each element is computed, and each array measured, by one thread, as a thread
 * alone would do it, so the results are the same to the last bit.
 */
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { WAIT } from '../pace.ts';
import type { Summary } from '../types.ts';
import type { RunNote } from './pass.ts';

export type Values = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** To the computing half. */
export type MeasuringValues =
  /** A layer's weights as drawn, in the order of the layers. */
  | { readonly type: 'weights'; readonly weights: Values }
  /** A layer's pre-activations of the examples that the measuring half has multiplied. */
  | { readonly type: 'rest'; readonly layer: number; readonly z: Values };

/** To the measuring half: the layers forward, then backward, then the end. */
export type ComputedValues =
  /** The pre-activations of its examples after normalization, and lsuv's factors on the weights. */
  | {
      readonly type: 'forward';
      readonly z: Values;
      readonly factors: readonly number[];
      readonly summary: Summary | null;
    }
  | { readonly type: 'backward'; readonly dz: Values; readonly summary: Summary }
  | { readonly type: 'end'; readonly loss: number | null; readonly notes: readonly RunNote[] };

/** One half's end of the connection. */
export interface Exchange<In, Out> {
  /** The next message that has arrived; `null` if there is none yet. */
  readonly take: () => In | null;
  /** Sends a message; the buffer, if it has one, moves with it. */
  readonly send: (message: Out, buffer: ArrayBuffer | null) => void;
}

/** A message out of turn: both halves run the same plan, so this is a mistake in the code. */
export const outOfTurn = (type: string): Error =>
  new Error(`the halves of a run are at different points: ${type}`);

/** Waits for the next message. */
export function* receive<In>({
  take,
}: Pick<Exchange<In, never>, 'take'>): Generator<Tick, In, void> {
  for (let message = take(); ; message = take()) {
    if (message !== null) return message;
    yield WAIT;
  }
}

/** Number of received buffers that are kept to be sent again. */
const MAX_SPARE = 2;

/** Copies tensors into buffers to send, and received buffers into tensors, and uses those again: new memory is slow. */
export interface Copies {
  readonly out: (tensor: Tensor) => Values;
  readonly into: (tensor: Tensor, values: Values) => void;
}

export function createCopies(kernels: Kernels): Copies {
  const spare: ArrayBuffer[] = [];
  return {
    out(tensor) {
      const { length, type } = tensor;
      const bytes = length * (type === 'f64' ? 8 : 4);
      const fitting = spare.findIndex(({ byteLength }) => byteLength >= bytes);
      const [found] = fitting < 0 ? [] : spare.splice(fitting, 1);
      const buffer = found ?? new ArrayBuffer(bytes);
      const values =
        type === 'f64' ? new Float64Array(buffer, 0, length) : new Float32Array(buffer, 0, length);
      values.set(kernels.view(tensor));
      return values;
    },
    into(tensor, values) {
      kernels.view(tensor).set(values);
      if (spare.length < MAX_SPARE) spare.push(values.buffer);
    },
  };
}
