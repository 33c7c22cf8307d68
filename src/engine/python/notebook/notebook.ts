/** A Jupyter notebook that repeats an experiment in NumPy and PyTorch: the same distributions, different draws. */
import { architecture, inputFor } from '../../passes/architecture.ts';
import { printActivation, printInitializer } from '../../rules/spec.ts';
import { planOf } from '../../passes/plan.ts';
import type {
  ActivationId,
  ExperimentConfig,
  InitializerId,
  InitializerSpec,
} from '../../types.ts';
import { inputCode } from './numpyInputs.ts';
import { NUMPY_RUN, PLOT } from './numpyRun.ts';
import { python } from '../python.ts';
import { ACTIVATION_BLOCKS, PYTHON_ACTIVATIONS } from '../activations.ts';
import { biasOf, splitRemark, TRUNCATED_LINE } from '../snippets/program.ts';
import { TRUNCATED_NAME } from '../scaling.ts';
import { NUMPY_BLOCKS, withBlocks } from '../weights/numpyWeights.ts';
import { numpyFunction, torchFunction } from './initializerFunctions.ts';
import { TORCH_RUN } from './torchRun.ts';

/** Markdown in the reader's language. */
export interface NotebookWords {
  readonly title: string;
  /** What the notebook does, and why its numbers differ slightly from the page's. */
  readonly about: string;
  /** How to cite the page, with the link. */
  readonly citation: string;
  readonly experiment: string;
  readonly numpy: string;
  readonly torch: string;
}

interface Cell {
  readonly cell_type: 'markdown' | 'code';
  readonly id: string;
  readonly metadata: Readonly<Record<string, never>>;
  /** Lines, including their line breaks. */
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

const headOf = ({ head, initializer }: ExperimentConfig): InitializerSpec => head ?? initializer;

/** One lane as a Python dictionary for the notebook's functions, with all sizes resolved. */
function laneLiteral(config: ExperimentConfig): string {
  const { in: size, input, hidden, output } = architecture(config).value;
  const { layers } = planOf(config);
  const head = headOf(config);
  const conv = hidden[0]?.conv ?? null;
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
    in: size,
    out: output?.units ?? null,
    batch: config.batch,
    input,
    // A fully connected layer is treated as a convolution with a single place.
    side: conv?.side ?? 1,
    kernel: conv?.kernel ?? 1,
    padding: config.padding,
    bias: bias.id,
    bias_params: bias.params,
    head: head.id,
    head_params: head.params,
    input_mean: config.input_mean,
    input_std: config.input_std,
    // Output of each layer: f(z); its input + branch · f(z); in a branch of two layers f(z), then the input of the
    // first + branch · z.
    roles: layers.map(({ role, isOutput }) => (isOutput ? 'output' : role)),
    branch: layers.find(({ role }) => role === 'whole' || role === 'close')?.factor ?? 1,
    weight_factors: layers.map(({ weightFactor }) => weightFactor),
    norm: config.norm,
    precision: config.precision,
    backward: config.backward,
    seed: config.seed,
  });
  return `    {\n${entries.map(([key, value]) => `        "${key}": ${python(value)},\n`).join('')}    },\n`;
}

/** `NAME = {"id": …}` with the ids that occur and their values. */
function table<Id extends string>(
  name: string,
  ids: ReadonlySet<Id>,
  value: (id: Id) => string,
): string {
  // The comma has to precede a trailing Python comment.
  const line = (id: Id): string => {
    const [expression, remark] = splitRemark(value(id));
    return `    "${id}": ${expression},${remark}\n`;
  };
  return `${name} = {\n${[...ids].map(line).join('')}}`;
}

/** The initializer functions that later cells call, with the definitions they use. */
function numpyTable(ids: ReadonlySet<InitializerId>): string {
  const text = withBlocks(table('INITIALIZERS', ids, numpyFunction), NUMPY_BLOCKS);
  return text.includes(TRUNCATED_NAME) ? `${TRUNCATED_LINE}\n\n\n${text}` : text;
}

/** The notebook of some lanes, whose configs must be clamped (clampConfig). */
export function experimentNotebook(
  lanes: readonly ExperimentConfig[],
  words: NotebookWords,
): Notebook {
  const initializers = new Set<InitializerId>(
    lanes.flatMap((config) => [config.initializer.id, headOf(config).id, biasOf(config).id]),
  );
  const weights = new Set<InitializerId>(
    lanes.flatMap((config) => [config.initializer.id, headOf(config).id]),
  );
  const acts = new Set<ActivationId>(lanes.map(({ act }) => act.id));
  const pair = (id: ActivationId): string => {
    const [f, df] = PYTHON_ACTIVATIONS[id].numpy;
    return `(\n        ${f},\n        ${df},\n    )`;
  };
  const torch = table('TORCH_INITIALIZERS', weights, torchFunction);
  const torchTables = [
    'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F',
    ...(torch.includes('RNG') ? ['RNG = np.random.default_rng(1)'] : []),
    torch,
    table('TORCH_ACTIVATIONS', acts, (id) => PYTHON_ACTIVATIONS[id].torch),
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
      code('initializers', numpyTable(initializers)),
      code('activations', withBlocks(table('ACTIVATIONS', acts, pair), ACTIVATION_BLOCKS)),
      code('inputs', inputCode(new Set(lanes.map(inputFor)))),
      code('run-numpy', NUMPY_RUN),
      code('plot', PLOT),
      code('plot-numpy', 'plot([run_numpy(lane) for lane in LANES], "NumPy")'),
      markdown('torch', `## ${words.torch}`),
      code('torch-tables', torchTables.join('\n\n')),
      code('run-torch', TORCH_RUN),
      code('plot-torch', 'plot([run_torch(lane) for lane in LANES], "PyTorch")'),
    ],
  };
}

/** The notebook as the text of an .ipynb file. */
export const notebookText = (notebook: Notebook): string =>
  `${JSON.stringify(notebook, null, 1)}\n`;
