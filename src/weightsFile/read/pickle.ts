/**
 * The part of Python's pickle format that state dicts use (pickletools.py). A pickle is a program for a stack machine.
 * This one knows a fixed list of instructions, makes plain data and calls nothing: a call becomes a `call` value,
 * which pytorch.ts interprets for the few functions it knows.
 */
import { WeightsFileError } from './failure.ts';
import { createPickleMachine, damagedPickle } from './pickleMachine.ts';
import type { Pickled, PickleMachine } from './pickleMachine.ts';
import { uint64 } from './source.ts';
import { shortName } from './tensor.ts';

/** Most instructions of a pickle; a state dict of 20,000 tensors takes a million. */
const MAX_STEPS = 4_000_000;

/** The globals that a state dict refers to; any other is refused at once. */
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

const refuse = (detail: string): never => {
  throw new WeightsFileError('unsafe-pickle', shortName(detail));
};

function pushGlobal({ push }: PickleMachine, module: Pickled, name: Pickled): void {
  if (typeof name !== 'string' || typeof module !== 'string') return damagedPickle();
  const full = `${module}.${name}`;
  if (!GLOBALS.has(full)) refuse(full);
  return push({ kind: 'global', name: full });
}

function pushCall({ pop, push }: PickleMachine): void {
  const args = pop();
  const callee = pop();
  const known =
    typeof callee === 'object' && callee !== null && 'kind' in callee && callee.kind === 'global';
  if (!known || !Array.isArray(args)) return damagedPickle();
  return push({ kind: 'call', callee: callee.name, args, items: new Map(), state: null });
}

/** Adds alternating keys and values to the dict on top of the stack. */
function setItems({ top }: PickleMachine, values: readonly Pickled[]): void {
  const target = top();
  const map =
    target instanceof Map
      ? target
      : typeof target === 'object' && target !== null && 'items' in target
        ? target.items
        : damagedPickle();
  for (let i = 0; i + 1 < values.length; i += 2) {
    map.set(values[i] ?? null, values[i + 1] ?? null);
  }
}

function append({ top }: PickleMachine, values: readonly Pickled[]): void {
  const target = top();
  if (!Array.isArray(target)) return damagedPickle();
  for (const value of values) target.push(value);
  return undefined;
}

function build({ pop, top }: PickleMachine): void {
  const state = pop();
  const target = top();
  if (typeof target === 'object' && target !== null && 'callee' in target) target.state = state;
}

/** Pops the last `count` values; returns them in the order in which they were pushed. */
const popped = ({ pop }: PickleMachine, count: number): Pickled[] =>
  Array.from({ length: count }, pop).toReversed();

const NEW_LIST = ({ push }: PickleMachine): void => push([]);
const TO_LIST = ({ push, popMark }: PickleMachine): void => push(popMark());
const LONG_TEXT = ({ push, text, uint32 }: PickleMachine): void => push(text(uint32()));
const SHORT_TEXT = ({ push, text, byte }: PickleMachine): void => push(text(byte()));

const STOP = 0x2e;

/** Every supported instruction except STOP, with its name in pickletools.py. */
const INSTRUCTIONS: ReadonlyMap<number, (machine: PickleMachine) => unknown> = new Map([
  [0x80 /* PROTO */, ({ skip }) => skip(1)],
  [0x95 /* FRAME */, ({ skip }) => skip(8)],
  [0x28 /* MARK */, ({ pushMark }) => pushMark()],
  [0x30 /* POP */, ({ drop }) => drop()],
  [0x31 /* POP_MARK */, ({ popMark }) => popMark()],
  [0x32 /* DUP */, ({ push, top }) => push(top())],
  [0x4e /* NONE */, ({ push }) => push(null)],
  [0x88 /* NEWTRUE */, ({ push }) => push(true)],
  [0x89 /* NEWFALSE */, ({ push }) => push(false)],
  [0x4a /* BININT */, ({ push, view, skip }) => push(view.getInt32(skip(4), true))],
  [0x4b /* BININT1 */, ({ push, byte }) => push(byte())],
  [0x4d /* BININT2 */, ({ push, view, skip }) => push(view.getUint16(skip(2), true))],
  [0x8a /* LONG1 */, ({ push, long, byte }) => push(long(byte()))],
  [0x47 /* BINFLOAT */, ({ push, view, skip }) => push(view.getFloat64(skip(8), false))],
  [0x58 /* BINUNICODE */, LONG_TEXT],
  [0x8c /* SHORT_BINUNICODE */, SHORT_TEXT],
  [0x8d /* BINUNICODE8 */, ({ push, text, view, skip }) => push(text(uint64(view, skip(8))))],
  [0x54 /* BINSTRING */, LONG_TEXT],
  [0x55 /* SHORT_BINSTRING */, SHORT_TEXT],
  [0x5d /* EMPTY_LIST */, NEW_LIST],
  [0x29 /* EMPTY_TUPLE */, NEW_LIST],
  [0x7d /* EMPTY_DICT */, ({ push }) => push(new Map())],
  [0x6c /* LIST */, TO_LIST],
  [0x74 /* TUPLE */, TO_LIST],
  [
    0x64 /* DICT */,
    (machine) => {
      const values = machine.popMark();
      machine.push(new Map());
      setItems(machine, values);
    },
  ],
  [0x85 /* TUPLE1 */, (machine) => machine.push(popped(machine, 1))],
  [0x86 /* TUPLE2 */, (machine) => machine.push(popped(machine, 2))],
  [0x87 /* TUPLE3 */, (machine) => machine.push(popped(machine, 3))],
  [0x61 /* APPEND */, (machine) => append(machine, popped(machine, 1))],
  [0x65 /* APPENDS */, (machine) => append(machine, machine.popMark())],
  [0x73 /* SETITEM */, (machine) => setItems(machine, popped(machine, 2))],
  [0x75 /* SETITEMS */, (machine) => setItems(machine, machine.popMark())],
  [0x63 /* GLOBAL */, (machine) => pushGlobal(machine, machine.line(), machine.line())],
  [
    0x93 /* STACK_GLOBAL */,
    (machine) => {
      const [module = null, name = null] = popped(machine, 2);
      pushGlobal(machine, module, name);
    },
  ],
  [0x52 /* REDUCE */, pushCall],
  [0x81 /* NEWOBJ */, pushCall],
  [0x62 /* BUILD */, build],
  [0x51 /* BINPERSID */, ({ push, pop }) => push({ kind: 'persistent', id: pop() })],
  [0x71 /* BINPUT */, ({ memoize, byte }) => memoize(byte())],
  [0x72 /* LONG_BINPUT */, ({ memoize, uint32 }) => memoize(uint32())],
  [0x94 /* MEMOIZE */, ({ memoize }) => memoize()],
  [0x68 /* BINGET */, ({ recall, byte }) => recall(byte())],
  [0x6a /* LONG_BINGET */, ({ recall, uint32 }) => recall(uint32())],
]);

/** Reads a pickle. Throws WeightsFileError, `unsafe-pickle` for anything that is not on the lists. */
export function unpickle(bytes: Uint8Array): Pickled {
  const machine = createPickleMachine(bytes);
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const code = machine.byte();
    if (code === STOP) return machine.pop();
    const run = INSTRUCTIONS.get(code) ?? refuse(`instruction 0x${code.toString(16)}`);
    run(machine);
  }
  return damagedPickle();
}
