/**
 * The part of Python's pickle that a state dict is written in. A pickle is a program for a stack
 * machine; this one knows a closed list of instructions, makes plain data, and calls nothing: what
 * would be a call becomes a `call` value, which pytorch.ts understands for the few functions it names.
 */
import { WeightsFileError } from './failure.ts';
import { uint64, viewOf } from './source.ts';
import { shortName } from './tensor.ts';

export type Pickled =
  | null
  | boolean
  | number
  | string
  | Pickled[]
  | Map<Pickled, Pickled>
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'persistent'; readonly id: Pickled }
  | PickledCall;

/** `callee(...args)`, never run. `items` are what was put into it afterwards, as into an OrderedDict. */
export interface PickledCall {
  readonly kind: 'call';
  readonly callee: string;
  readonly args: readonly Pickled[];
  readonly items: Map<Pickled, Pickled>;
  state: Pickled;
}

/** Of one pickle, in instructions; a state dict of 20,000 tensors takes a million. */
const MAX_STEPS = 4_000_000;
const MAX_DEPTH = 200_000;

/** What a state dict names; everything else is refused before anything is made of it. */
const GLOBALS: ReadonlySet<string> = new Set([
  'collections.OrderedDict',
  'torch._utils._rebuild_tensor_v2',
  'torch._utils._rebuild_tensor',
  'torch._utils._rebuild_parameter',
  'torch._utils._rebuild_parameter_with_state',
  'torch.Size',
  'torch.device',
  ...['Float', 'Double', 'Half', 'BFloat16', 'Long', 'Int', 'Short', 'Char', 'Byte', 'Bool'].map(
    (name) => `torch.${name}Storage`,
  ),
  ...[
    'float64',
    'float32',
    'float16',
    'bfloat16',
    'int64',
    'int32',
    'int16',
    'int8',
    'uint8',
    'bool',
  ].map((name) => `torch.${name}`),
]);

const MARK = Symbol('mark');

const refuse = (detail: string): never => {
  throw new WeightsFileError('unsafe-pickle', shortName(detail));
};
const damaged = (): never => {
  throw new WeightsFileError('damaged', 'pickle');
};

/** Reads a pickle. Throws WeightsFileError: `unsafe-pickle` for what is not on the list. */
export function unpickle(bytes: Uint8Array): Pickled {
  const view = viewOf(bytes);
  const stack: (Pickled | typeof MARK)[] = [];
  const memo = new Map<number, Pickled>();
  let at = 0;

  const skip = (length: number): number => {
    const start = at;
    if (!(length >= 0 && start + length <= bytes.length))
      throw new WeightsFileError('truncated', 'pickle');
    at += length;
    return start;
  };
  const text = (length: number): string => {
    const start = skip(length);
    return new TextDecoder().decode(bytes.subarray(start, start + length));
  };
  const line = (): string => {
    const end = bytes.indexOf(10, at);
    if (end < 0) throw new WeightsFileError('truncated', 'pickle');
    const found = text(end - at);
    at += 1;
    return found;
  };
  const push = (value: Pickled | typeof MARK): void => {
    if (stack.length >= MAX_DEPTH) damaged();
    stack.push(value);
  };
  const pop = (): Pickled => {
    const value = stack.pop();
    return value === undefined || value === MARK ? damaged() : value;
  };
  const top = (): Pickled => {
    const value = stack.at(-1);
    return value === undefined || value === MARK ? damaged() : value;
  };
  /** Pops everything above the last mark, and the mark. */
  const popMark = (): Pickled[] => {
    const mark = stack.lastIndexOf(MARK);
    if (mark < 0) return damaged();
    const values = stack.splice(mark + 1).filter((value) => value !== MARK);
    stack.pop();
    return values;
  };
  const remember = (index: number): void => void memo.set(index, top());
  const recall = (index: number): void => {
    const value = memo.get(index);
    push(value === undefined ? damaged() : value);
  };
  const global = (module: string, name: string): void => {
    const full = `${module}.${name}`;
    if (!GLOBALS.has(full)) refuse(full);
    push({ kind: 'global', name: full });
  };
  const call = (): void => {
    const args = pop();
    const callee = pop();
    const known =
      typeof callee === 'object' && callee !== null && 'kind' in callee && callee.kind === 'global';
    if (!known || !Array.isArray(args)) return damaged();
    push({ kind: 'call', callee: callee.name, args, items: new Map(), state: null });
  };
  const setItems = (values: readonly Pickled[]): void => {
    const target = top();
    const map =
      target instanceof Map
        ? target
        : typeof target === 'object' && target !== null && 'items' in target
          ? target.items
          : damaged();
    for (let i = 0; i + 1 < values.length; i += 2)
      map.set(values[i] ?? null, values[i + 1] ?? null);
  };
  const append = (values: readonly Pickled[]): void => {
    const target = top();
    if (!Array.isArray(target)) return damaged();
    for (const value of values) target.push(value);
  };
  /** A long of few bytes; longer ones are no size of anything. */
  const long = (length: number): number => {
    const start = skip(length);
    let value = 0;
    for (let i = length - 1; i >= 0; i -= 1) value = value * 256 + (bytes[start + i] ?? 0);
    const negative = length > 0 && (bytes[start + length - 1] ?? 0) > 127;
    return negative ? value - 256 ** length : value;
  };

  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const code = bytes[skip(1)] ?? 0;
    switch (code) {
      case 0x80: // PROTO
        skip(1);
        break;
      case 0x95: // FRAME
        skip(8);
        break;
      case 0x2e: // STOP
        return pop();
      case 0x28: // MARK
        push(MARK);
        break;
      case 0x30: // POP
        stack.pop();
        break;
      case 0x31: // POP_MARK
        popMark();
        break;
      case 0x32: // DUP
        push(top());
        break;
      case 0x4e: // NONE
        push(null);
        break;
      case 0x88: // NEWTRUE
        push(true);
        break;
      case 0x89: // NEWFALSE
        push(false);
        break;
      case 0x4a: // BININT
        push(view.getInt32(skip(4), true));
        break;
      case 0x4b: // BININT1
        push(bytes[skip(1)] ?? 0);
        break;
      case 0x4d: // BININT2
        push(view.getUint16(skip(2), true));
        break;
      case 0x8a: // LONG1
        push(long(bytes[skip(1)] ?? 0));
        break;
      case 0x47: // BINFLOAT
        push(view.getFloat64(skip(8), false));
        break;
      case 0x58: // BINUNICODE
        push(text(view.getUint32(skip(4), true)));
        break;
      case 0x8c: // SHORT_BINUNICODE
        push(text(bytes[skip(1)] ?? 0));
        break;
      case 0x8d: // BINUNICODE8
        push(text(uint64(view, skip(8))));
        break;
      case 0x54: // BINSTRING
        push(text(view.getUint32(skip(4), true)));
        break;
      case 0x55: // SHORT_BINSTRING
        push(text(bytes[skip(1)] ?? 0));
        break;
      case 0x5d: // EMPTY_LIST
      case 0x29: // EMPTY_TUPLE
        push([]);
        break;
      case 0x7d: // EMPTY_DICT
        push(new Map());
        break;
      case 0x6c: // LIST
      case 0x74: // TUPLE
        push(popMark());
        break;
      case 0x64: {
        // DICT
        const values = popMark();
        push(new Map());
        setItems(values);
        break;
      }
      case 0x85: // TUPLE1
        push([pop()]);
        break;
      case 0x86: {
        // TUPLE2
        const second = pop();
        push([pop(), second]);
        break;
      }
      case 0x87: {
        // TUPLE3
        const third = pop();
        const second = pop();
        push([pop(), second, third]);
        break;
      }
      case 0x61: {
        // APPEND
        const value = pop();
        append([value]);
        break;
      }
      case 0x65: // APPENDS
        append(popMark());
        break;
      case 0x73: {
        // SETITEM
        const value = pop();
        const key = pop();
        setItems([key, value]);
        break;
      }
      case 0x75: // SETITEMS
        setItems(popMark());
        break;
      case 0x63: {
        // GLOBAL
        const module = line();
        global(module, line());
        break;
      }
      case 0x93: {
        // STACK_GLOBAL
        const name = pop();
        const module = pop();
        if (typeof name !== 'string' || typeof module !== 'string') damaged();
        else global(module, name);
        break;
      }
      case 0x52: // REDUCE
      case 0x81: // NEWOBJ
        call();
        break;
      case 0x62: {
        // BUILD
        const state = pop();
        const target = top();
        if (typeof target === 'object' && target !== null && 'callee' in target)
          target.state = state;
        break;
      }
      case 0x51: // BINPERSID
        push({ kind: 'persistent', id: pop() });
        break;
      case 0x71: // BINPUT
        remember(bytes[skip(1)] ?? 0);
        break;
      case 0x72: // LONG_BINPUT
        remember(view.getUint32(skip(4), true));
        break;
      case 0x94: // MEMOIZE
        remember(memo.size);
        break;
      case 0x68: // BINGET
        recall(bytes[skip(1)] ?? 0);
        break;
      case 0x6a: // LONG_BINGET
        recall(view.getUint32(skip(4), true));
        break;
      default:
        refuse(`instruction 0x${code.toString(16)}`);
    }
  }
  return damaged();
}
