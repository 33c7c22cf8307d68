/** The exports of a compiled module, checked once and then called directly. */
import type { Kernels } from '../engine/kernels.ts';

/** Takes addresses, sizes and factors; booleans become 0 and 1. */
type Call = (...words: (number | boolean)[]) => number;

const NAMES = [
  'activate',
  'activateBackward',
  'addBias',
  'convolve',
  'convolveWeights',
  'descend',
  'descendAlong',
  'deviations',
  'directions',
  'fillNormal',
  'fillTruncatedNormal',
  'fillUniform',
  'hashColumns',
  'hashRows',
  'heapStart',
  'histogram',
  'histogram64',
  'joinPairs',
  'matmul',
  'matmul64',
  'measure',
  'measure64',
  'octaves64At',
  'octavesAt',
  'ownAt',
  'reflect',
  'resultAt',
  'roundBfloat16',
  'roundFloat16',
  'scale',
  'sharedAt',
  'squares',
  'step',
  'subnormalsAt',
  'sumRows',
  'takeTall',
  'widen',
] as const;

export type Functions = Readonly<Record<(typeof NAMES)[number], Call>>;

export interface Exports {
  readonly functions: Functions;
  readonly memory: WebAssembly.Memory;
}

export type WasmBuild = Exclude<Kernels['build'], 'reference'>;

function isMemory(value: unknown): value is WebAssembly.Memory {
  return typeof value === 'object' && value !== null && 'buffer' in value && 'grow' in value;
}

function hasAll(exports: object): exports is Functions {
  return NAMES.every((name) => name in exports);
}

/** Creates an instance with its own memory. */
export function exportsOf(module: WebAssembly.Module): Exports {
  const abort = (): never => {
    throw new Error('the wasm kernels aborted: an assertion of src/kernels/assembly failed');
  };
  const { exports } = new WebAssembly.Instance(module, { env: { abort } });
  const { memory } = exports;
  if (!isMemory(memory) || !hasAll(exports))
    throw new Error(
      'kernels.wasm lacks an export this page calls; rebuild it with npm run kernels',
    );
  return { functions: exports, memory };
}
