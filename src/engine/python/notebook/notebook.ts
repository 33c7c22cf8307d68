/** A Jupyter notebook that computes an experiment again, in NumPy and in PyTorch: the same distributions, other draws. */
import { architecture } from '../../passes/architecture.ts';
import { printActivation, printInitializer } from '../../rules/spec.ts';
import type {
  ActivationId,
  ExperimentConfig,
  InitializerId,
  InitializerSpec,
} from '../../types.ts';
import { ACTIVATION_BLOCKS, NUMPY_ACTIVATIONS } from './numpyActivations.ts';
import { NUMPY_BLOCKS, NUMPY_INITIALIZERS } from './numpyInitializers.ts';
import { inputCode } from './numpyInputs.ts';
import { NUMPY_RUN, PLOT } from './numpyRun.ts';
import { python } from '../python.ts';
import { TORCH_ACTIVATIONS, TORCH_INITIALIZERS, TORCH_RUN } from './torchRun.ts';

/** Markdown in the reader's language. */
export interface NotebookWords {
  readonly title: string;
  /** What it is, and why its numbers are not the page's to the last digit. */
  readonly about: string;
  /** With the link. */
  readonly citation: string;
  readonly experiment: string;
  readonly numpy: string;
  readonly torch: string;
}

interface Cell {
  readonly cell_type: 'markdown' | 'code';
  readonly id: string;
  readonly metadata: Readonly<Record<string, never>>;
  /** Lines with their ends. */
  readonly source: readonly string[];
  readonly execution_count?: null;
  readonly outputs?: readonly [];
}

export interface Notebook {
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
  readonly metadata: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly cells: readonly Cell[];
}

const linesOf = (text: string): readonly string[] =>
  text.split('\n').map((line, i, all) => (i < all.length - 1 ? `${line}\n` : line));
const markdown = (id: string, text: string): Cell => ({
  cell_type: 'markdown',
  id,
  metadata: {},
  source: linesOf(text),
});
const code = (id: string, text: string): Cell => ({
  cell_type: 'code',
  id,
  metadata: {},
  source: linesOf(text),
  execution_count: null,
  outputs: [],
});

/** LSUV is about weights; with it, biases start at zero. */
const biasOf = ({ bias }: ExperimentConfig): InitializerSpec =>
  bias.id === 'lsuv' ? { id: 'zeros', params: {} } : bias;

/** One lane as the notebook's functions read it; sizes resolved. */
function laneLiteral(config: ExperimentConfig): string {
  const { inputs, output } = architecture(config).value;
  const bias = biasOf(config);
  const name = `${printInitializer(config.initializer)}, ${printActivation(config.act)}`;
  const entries = Object.entries({
    name,
    init: config.initializer.id,
    init_params: config.initializer.params,
    act: config.act.id,
    act_params: config.act.params,
    depth: config.depth,
    width: config.width,
    in: inputs,
    out: output?.fanOut ?? null,
    batch: config.batch,
    input: config.input,
    bias: bias.id,
    bias_params: bias.params,
    precision: config.precision,
    backward: config.backward,
    seed: config.seed,
  });
  return `    {\n${entries.map(([key, value]) => `        "${key}": ${python(value)},\n`).join('')}    },\n`;
}

/** `NAME = {"id": …}` of the ids that occur, in the order of the table. */
function table(
  name: string,
  rows: Readonly<Record<string, string>>,
  ids: ReadonlySet<string>,
): string {
  const used = Object.entries(rows).filter(([id]) => ids.has(id));
  // A comment of a row has to stay behind its comma.
  const line = ([id, text]: readonly [string, string]): string => {
    const [value = '', comment] = text.split('  #');
    return `    "${id}": ${value},${comment === undefined ? '' : `  #${comment}`}\n`;
  };
  return `${name} = {\n${used.map(line).join('')}}`;
}

/** The blocks a text needs, each before what uses it. */
function withBlocks(text: string, blocks: readonly (readonly [string, string])[]): string {
  let all = text;
  for (const [name, block] of blocks) if (all.includes(name)) all = `${block}\n\n\n${all}`;
  return all;
}

/** Configs as clampConfig leaves them. */
export function experimentNotebook(
  lanes: readonly ExperimentConfig[],
  words: NotebookWords,
): Notebook {
  const initializers = new Set<InitializerId>(
    lanes.flatMap((config) => [config.initializer.id, biasOf(config).id]),
  );
  const weights = new Set<InitializerId>(lanes.map(({ initializer }) => initializer.id));
  const acts = new Set<ActivationId>(lanes.map(({ act }) => act.id));
  const pairs = Object.fromEntries(
    Object.entries(NUMPY_ACTIVATIONS).map(([id, [f, df]]) => [
      id,
      `(\n        ${f},\n        ${df},\n    )`,
    ]),
  );
  const torch = [
    'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F',
    weights.has('variance_scaling') ? 'RNG = np.random.default_rng(1)' : '',
    table('TORCH_INITIALIZERS', TORCH_INITIALIZERS, weights),
    table('TORCH_ACTIVATIONS', TORCH_ACTIVATIONS, acts),
  ];
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    cells: [
      markdown('title', `# ${words.title}\n\n${words.about}\n\n${words.citation}`),
      markdown('experiment', `## ${words.experiment}`),
      code('imports', 'import math\n\nimport numpy as np'),
      code('lanes', `LANES = [\n${lanes.map(laneLiteral).join('')}]`),
      markdown('numpy', `## ${words.numpy}`),
      code(
        'initializers',
        withBlocks(table('INITIALIZERS', NUMPY_INITIALIZERS, initializers), NUMPY_BLOCKS),
      ),
      code('activations', withBlocks(table('ACTIVATIONS', pairs, acts), ACTIVATION_BLOCKS)),
      code('inputs', inputCode(new Set(lanes.map(({ input }) => input)))),
      code('run-numpy', NUMPY_RUN),
      code('plot', PLOT),
      code('plot-numpy', 'plot([run_numpy(lane) for lane in LANES], "NumPy")'),
      markdown('torch', `## ${words.torch}`),
      code('torch-tables', torch.filter((each) => each !== '').join('\n\n')),
      code('run-torch', TORCH_RUN),
      code('plot-torch', 'plot([run_torch(lane) for lane in LANES], "PyTorch")'),
    ],
  };
}

/** The file's text. */
export const notebookText = (notebook: Notebook): string =>
  `${JSON.stringify(notebook, null, 1)}\n`;
