/** The stack machine that runs a pickle: its bytes, its stack, its memo. It makes plain data and calls nothing. */
import { WeightsFileError } from './failure.ts';
import { viewOf } from './source.ts';

export type Pickled =
  | null
  | boolean
  | number
  | string
  | Pickled[]
  | Map<Pickled, Pickled>
  | PickledGlobal
  | { readonly kind: 'persistent'; readonly id: Pickled }
  | PickledCall;

interface PickledGlobal {
  readonly kind: 'global';
  readonly name: string;
}

/** `callee(...args)`, never executed. `items` are the entries added afterwards, as to an OrderedDict. */
export interface PickledCall {
  readonly kind: 'call';
  readonly callee: string;
  readonly args: readonly Pickled[];
  readonly items: Map<Pickled, Pickled>;
  state: Pickled;
}

const MAX_DEPTH = 200_000;
const MARK = Symbol('mark');

export const damagedPickle = (): never => {
  throw new WeightsFileError('damaged', 'pickle');
};

/** Reads bytes in order. Throws `truncated` past their end. */
function createReader(bytes: Uint8Array) {
  const view = viewOf(bytes);
  let at = 0;
  const skip = (length: number): number => {
    const start = at;
    if (!(length >= 0 && start + length <= bytes.length)) {
      throw new WeightsFileError('truncated', 'pickle');
    }
    at += length;
    return start;
  };
  const text = (length: number): string => {
    const start = skip(length);
    return new TextDecoder().decode(bytes.subarray(start, start + length));
  };
  const byte = (): number => bytes[skip(1)] ?? 0;
  return {
    view,
    skip,
    text,
    byte,
    uint32: () => view.getUint32(skip(4), true),
    /** Up to the next line feed. */
    line: (): string => {
      const end = bytes.indexOf(10, at);
      if (end < 0) throw new WeightsFileError('truncated', 'pickle');
      const found = text(end - at);
      at += 1;
      return found;
    },
    /** A signed integer of `length` bytes; exact up to 2⁵³, which is enough for any size. */
    long: (length: number): number => {
      const start = skip(length);
      let value = 0;
      for (let i = length - 1; i >= 0; i -= 1) value = value * 256 + (bytes[start + i] ?? 0);
      const negative = length > 0 && (bytes[start + length - 1] ?? 0) > 127;
      return negative ? value - 256 ** length : value;
    },
  };
}

/** Throws `damaged` if a value that is read does not exist. */
function createStack() {
  const stack: (Pickled | typeof MARK)[] = [];
  const memo = new Map<number, Pickled>();
  const push = (value: Pickled | typeof MARK): void => {
    if (stack.length >= MAX_DEPTH) damagedPickle();
    stack.push(value);
  };
  const top = (): Pickled => {
    const value = stack.at(-1);
    return value === undefined || value === MARK ? damagedPickle() : value;
  };
  return {
    push,
    top,
    pushMark: () => push(MARK),
    drop: () => void stack.pop(),
    pop: (): Pickled => {
      const value = stack.pop();
      return value === undefined || value === MARK ? damagedPickle() : value;
    },
    /** Pops everything above the last mark, and the mark. */
    popMark: (): Pickled[] => {
      const mark = stack.lastIndexOf(MARK);
      if (mark < 0) return damagedPickle();
      const values = stack.splice(mark + 1).filter((value) => value !== MARK);
      stack.pop();
      return values;
    },
    memoize: (index = memo.size): void => void memo.set(index, top()),
    recall: (index: number): void => {
      const value = memo.get(index);
      push(value === undefined ? damagedPickle() : value);
    },
  };
}

export type PickleMachine = ReturnType<typeof createReader> & ReturnType<typeof createStack>;

export const createPickleMachine = (bytes: Uint8Array): PickleMachine => ({
  ...createReader(bytes),
  ...createStack(),
});
