/** The English words of the weight file page; fa.ts has the same keys. */
import type { BugId } from '../../weightsFile/cabinet/bugs.ts';
import type { SampleId } from '../../weightsFile/cabinet/samples.ts';
import type { FindingId } from '../../weightsFile/findings/finding.ts';
import type { TensorKind } from '../../weightsFile/measure/layout.ts';
import type { Failure } from '../../weightsFile/read/failure.ts';
import type { CheckpointOrder } from '../../weightsFile/run/checkpointOrder.ts';
import type { NoChain } from '../../weightsFile/chain/plainChain.ts';
import type { NoSpectrum } from '../../weightsFile/spectrum/matrixSides.ts';
import type { Shape } from '../page/en.ts';

/** Receives the finding's numbers, formatted, in the order of panels/weightsFile/findingText.ts. */
type FindingSentence = (a: string, b: string, c: string, d: string) => string;

export const weightsEn = {
  title: 'Your own network',
  lead: 'Drop a file of weights: what was each layer started from, and what is wrong with it?',
  private: 'The file stays on this device: it is read in this tab and sent nowhere.',
  choose: 'Choose a file',
  drop: 'or drop it anywhere on this page; several checkpoints of one run together',
  formats: 'safetensors, PyTorch .pt and .pth, Keras .keras and .h5, NumPy .npz and .npy, ONNX',
  another: 'Another file',
  trySample: 'No file at hand? Try one of these:',
  samples: {
    he: 'A small net, started well',
    defaults: 'Thirty layers, nothing chosen',
    mixture: 'A classifier with several mistakes',
  } satisfies Record<SampleId, string>,
  trainedRun: 'Four checkpoints of one run',
  made: 'made up in this tab',
  howTo: 'How do I get such a file?',
  snippets: 'Program',
  snippetLabel: (library: string) => `Code for ${library}`,
  reading: 'Reading',
  progress: (done: string, total: string) => `${done} of ${total}`,
  cancel: 'Stop',
  cancelled: 'Stopped; what has been read is below.',
  facts: (format: string, tensors: string, numbers: string) =>
    `${format} · ${tensors} tensors · ${numbers} numbers`,
  skipped: (count: string) => `${count} entries are no tensors of numbers and were left out`,
  failures: {
    'unknown-format': 'This is none of the formats the page reads.',
    'web-page': 'This is a web page saved under another name. Download the file itself.',
    truncated: 'The file ends too early. It may not have been downloaded whole.',
    damaged: 'The file contradicts itself somewhere: it is damaged, or no weight file at all.',
    unsupported:
      'The format is known, but not in this form. Saving it as safetensors or npz will help.',
    'unsafe-pickle':
      'This file holds Python objects that would have to be run to be read. Nothing was run. Save the state dict alone: torch.save(model.state_dict(), …).',
    bomb: 'The file would unpack to far more than a weight file can be. It was not unpacked.',
    'too-many-tensors': 'The file lists more than 20,000 tensors.',
    'no-tensors': 'There is no tensor of numbers in this file.',
  } satisfies Record<Failure, string>,
  detail: (detail: string) => `Met: ${detail}`,
  order: 'Which way round are the axes?',
  orderHint:
    'Nothing in this file says it. For matrices that are not square, fan-in depends on it.',
  orders: {
    'out-in': 'out × in (PyTorch)',
    'in-out': 'in × out (Keras, JAX)',
  },
  findings: 'What stands out',
  noFindings: 'Nothing: no known mistake shows in these numbers.',
  severity: { wrong: 'wrong', look: 'have a look', right: 'right as it is' },
  more: (count: string) => `and ${count} more`,
  fix: 'The line that mends it',
  finding: {
    'non-finite': {
      title: 'Not finite',
      say: (count, of) => `${count} of ${of} numbers are NaN or infinite.`,
      why: 'One such number makes every output NaN. The training has diverged, or a variance was negative under a root.',
    },
    'equal-units': {
      title: 'Equal units',
      say: (distinct, units) => `Only ${distinct} of ${units} units differ.`,
      why: 'Units with equal weights get equal gradients: they stay one unit for ever.',
    },
    'both-zero': {
      title: 'Both factors zero',
      say: () => 'Both matrices of the product are zero.',
      why: 'The gradient of each is a multiple of the other, so neither ever moves. One factor may be zero, not both.',
    },
    'all-zero': {
      title: 'All zero',
      say: (layers) => `Layers of zeros in the middle of the net: ${layers}.`,
      why: 'With zero weights all units of a layer are equal, and a ReLU after them passes neither signal nor gradient.',
    },
    'same-draws': {
      title: 'The same draws twice',
      say: (layers) => `${layers} layers agree in every bit.`,
      why: 'The generator was seeded again for each layer. Theory and rule both count on independent layers.',
    },
    'mean-shifted': {
      title: 'The mean is not 0',
      say: (mean, std) => `Mean ${mean} at a standard deviation of ${std}.`,
      why: 'A common mean adds up over all inputs and makes units alike. Often the one argument given to a normal law went to the mean, or rand was taken for randn.',
    },
    'brackets-missing': {
      title: 'Brackets missing',
      say: (std, right) => `σ = ${std}, where ${right} would be right.`,
      why: 'This is √(2/fan-in + fan-out), not √(2/(fan-in + fan-out)): the larger the layer, the worse.',
    },
    'variance-as-std': {
      title: 'Variance taken for σ',
      say: (std, right) => `σ = ${std}, the square of a rule’s σ; He would be ${right}.`,
      why: 'The square root is missing. The signal shrinks in every layer.',
    },
    'std-as-limit': {
      title: 'σ taken for the limit',
      say: (std, right) => `σ = ${std}, by √3 too small; He would be ${right}.`,
      why: 'A uniform law on ±a has σ = a/√3: its limit must be √3 σ.',
    },
    'wrong-fan': {
      title: 'The wrong fan',
      say: (std, right, fanIn, fanOut) =>
        `σ = ${std} fits fan-out ${fanOut}; with fan-in ${fanIn} He would be ${right}.`,
      why: 'The other side of the matrix was counted, or the matrix is transposed. Forward, the signal changes by √(fan-in/fan-out) in each such layer.',
    },
    'group-fan': {
      title: 'Fan-out of a depthwise convolution',
      say: (std, right) => `σ = ${std}, where ${right} would be right.`,
      why: 'Each filter sees one channel, but the fan-out was counted over all filters.',
    },
    'area-forgotten': {
      title: 'The kernel’s area forgotten',
      say: (std, right, area) => `σ = ${std}; with the ${area} places of the kernel, ${right}.`,
      why: 'The fan-in of a convolution is channels times the kernel’s area.',
    },
    'too-wide-head': {
      title: 'The last layer is too wide',
      say: (spread, classes, loss, chance) =>
        `Logits of about ±${spread} over ${classes} classes: a first loss near ${loss} instead of ${chance}.`,
      why: 'The first steps are spent on making the logits small again. A good start knows nothing: loss ln C.',
    },
    'too-wide-embedding': {
      title: 'The embedding is too wide',
      say: (std, loss, chance) =>
        `σ = ${std}, and the embedding serves as the last layer too: a first loss near ${loss} instead of ${chance}.`,
      why: 'nn.Embedding starts from N(0, 1). As a head, its rows are summed over the whole width.',
    },
    'cut-at-two': {
      title: 'Cut at ±2, not at 2σ',
      say: (std) => `The numbers end at ±2; σ = ${std}.`,
      why: 'trunc_normal_ cuts at a and b themselves, not in standard deviations.',
    },
    'bias-negative': {
      title: 'Biases far below 0',
      say: (mean) => `Mean bias ${mean}.`,
      why: 'Before a ReLU such a unit is shut for nearly every input, and a shut unit has no gradient.',
    },
    skipped: {
      title: 'Left out',
      say: (layers, of) =>
        `${layers} of ${of} layers still have PyTorch’s default; the others were initialized.`,
      why: 'The loop that initializes goes by name or type, and these slipped through.',
    },
    'default-untouched': {
      title: 'A default nobody chose',
      say: (layers, kept) =>
        `This is PyTorch’s default: through ${layers} such layers with ReLU it keeps ${kept} of the signal.`,
      why: 'Its variance is 1/(3 fan-in), a sixth of what ReLU needs. Few layers forgive that, many do not.',
    },
    'residual-unscaled': {
      title: 'Residual outputs not scaled',
      say: (branches, std, right) =>
        `${branches} branches start at σ = ${std}, as wide as all else; GPT-2 takes ${right}.`,
      why: 'Every branch adds its variance to the stream. GPT-2 divides by the root of the number of branches.',
    },
    explodes: {
      title: 'Explodes with depth',
      say: (layers, factor) =>
        `Through ${layers} layers with ReLU the signal grows ${factor}-fold.`,
      why: 'Each layer multiplies the signal by σ √(fan-in), and a ReLU takes only √2 of that away.',
    },
    vanishes: {
      title: 'Vanishes with depth',
      say: (layers, factor) => `After ${layers} layers, ${factor} of the signal is left at most.`,
      why: 'σ √(fan-in) is below 1: every layer makes the signal smaller, whatever the activation.',
    },
    'zero-right': {
      title: 'A zero that is meant',
      say: () => 'All zero, and rightly so.',
      why: 'The end of a residual branch (the scale of its last norm, LoRA’s B) may start at zero: the other factor is not, so it gets gradient.',
    },
    'prior-bias': {
      title: 'A bias that knows the classes',
      say: (mean, share) => `The last bias starts at ${mean}: a probability of ${share}.`,
      why: 'For rare classes this keeps the first loss small (Lin et al. 2017).',
    },
  } satisfies Record<FindingId, { title: string; say: FindingSentence; why: string }>,
  picture: 'How strong is each layer?',
  pictureY: 'σ · √fan-in',
  pictureX: 'layer with weights, in the file’s order',
  pictureCaption:
    'On He’s line a layer keeps the signal through a ReLU, on the line of 1 through a linear layer. Below, it fades; above, it grows.',
  pictureFile: 'file',
  list: 'The tensors',
  listHint: 'The suspicious ones first. Each opens.',
  columns: {
    name: 'name',
    shape: 'shape',
    kind: 'kind',
    rule: 'started from',
    std: 'σ',
    findings: 'stands out',
  },
  kinds: {
    dense: 'dense',
    conv: 'convolution',
    bias: 'bias',
    norm: 'norm',
    embedding: 'embedding',
    other: 'other',
  } satisfies Record<TensorKind, string>,
  noRule: 'no rule',
  sure: (share: string) => `${share} sure`,
  movedFrom: 'moved by training from',
  same: (names: string) => `the same law here: ${names}`,
  runnerUp: (name: string) => `next likeliest: ${name}`,
  within: (share: string) => `σ within ${share} of the rule’s`,
  showAll: (count: string) => `Show all ${count}`,
  tensorTitle: (name: string) => `Tensor ${name}`,
  histogram: (name: string) => `Histogram of ${name}`,
  value: 'weight',
  numbers: {
    dtype: 'type',
    kurtosis: 'kurtosis',
    distinct: 'different units',
    axes: 'axes',
  },
  ruleCurve: 'the rule',
  allEqual: 'All numbers are equal.',
  chain: 'Through the engine',
  chainHint:
    'These layers feed one another: the page can run exactly these weights, beside He and Xavier of the same shape, with Gaussian inputs and a Gaussian gradient at the end.',
  chainHintConv:
    'These convolutions feed one another: the page can run exactly these weights, beside He and Xavier of the same shape, over pictures of 8 × 8 Gaussian numbers, with zeros beyond the border and a Gaussian gradient at the end. No file of weights holds the stride: it is taken as 1, which changes no fan-in.',
  chainRun: 'Run these weights',
  chainLeft: (layers: string) =>
    `Dense layers after the convolutions are left out (${layers}): the file does not say how a picture becomes a row.`,
  noChain: (why: string, at: string) => `These layers cannot be run here: ${why} (${at}).`,
  noChainReasons: {
    'other-kind':
      'something between them is neither a dense layer nor a convolution, and what it does to the signal is not in the file',
    sizes: 'a layer takes another number of inputs than the one before it puts out',
    kernel:
      'the engine’s convolutions are square, with an odd kernel of 7 at most over pictures of 8 × 8',
    mixed: 'a convolution follows a dense layer',
    'too-large': 'a layer is larger than 4096 units or 1024 channels',
  } satisfies Record<Exclude<NoChain, 'too-few'>, string>,
  run: {
    title: 'The run',
    facts: (count: string, first: string, last: string) =>
      `${count} checkpoints, from ${first} to ${last}`,
    thinned: (kept: string, all: string) =>
      `${kept} of ${all} files are compared, the first and the last among them.`,
    order: 'In the order of',
    orders: { name: 'their names', time: 'their dates' } satisfies Record<CheckpointOrder, string>,
    look: 'Looked through below',
    comparing: 'Comparing',
    moved: 'How far has each layer moved?',
    movedY: '‖W − W₀‖ / ‖W₀‖',
    movedCaption:
      'Distance from the first checkpoint, over the size the layer began with. A layer far below the others has hardly been trained.',
    strength: 'How has its strength changed?',
    strengthY: 'size of the weights / size at the start',
    strengthCaption:
      'Root mean square of the weights, over that of the first checkpoint. Above 1 the layer grows; weight decay pulls it below.',
    table: 'Tensor by tensor',
    columns: {
      first: 'RMS, first',
      last: 'RMS, last',
      moved: 'moved',
      cosine: 'cosine with the start',
    },
    fromZero: 'began at 0',
    still: (names: string) => `Never moved: ${names}`,
    unmatched: (count: string, names: string) =>
      `In a later checkpoint only, or in another shape there (${count}): ${names}`,
    unread: (name: string, why: string) => `${name} is left out. ${why}`,
    tooFew: 'Fewer than two of these files can be compared.',
  },
  spectrum: {
    title: 'How many directions does it have?',
    x: 'singular value',
    y: 'how many',
    count: 'here',
    expected: 'by chance',
    edge: 'the edge of chance',
    beyond: (count: string) => `${count} farther out`,
    computing: 'Computing the singular values …',
    none: (edge: string) =>
      `No singular value stands out: independent numbers reach as far (the edge lies at ${edge}).`,
    above: (count: string, of: string, edge: string, share: string) =>
      `Above the edge of chance at ${edge}: ${count} of ${of} singular values, with ${share} of all squares.`,
    caption:
      'The dashed curve is the law of Marchenko and Pastur for independent numbers of one variance, read off the median. What training has learned stands out to the right of it.',
    added: 'What has training added?',
    addedSay: (share: string, directions: string, of: string) =>
      `‖W − W₀‖ is ${share} of ‖W₀‖. Nine tenths of it, by squares, lie in ${directions} of ${of} directions.`,
    addedCaption:
      'Singular values of W − W₀. A few directions carry the change where gradients have pointed the same way step after step.',
    unchanged: 'Not a single number differs from the start.',
    noStart:
      'With the checkpoint of the start dropped beside it, what training has added is shown.',
    reasons: {
      'too-small': 'The matrix is too small for its singular values to say much.',
      'too-large':
        'The singular values are computed up to 1024 on the shorter side and 8 million numbers; this matrix is larger.',
      'not-finite': 'With numbers that are not finite there are no singular values.',
      zero: 'All singular values are 0.',
    } satisfies Record<Exclude<NoSpectrum, 'no-matrix'>, string>,
  },
  restart: 'Start again from He',
  restartHint:
    'The same tensors with the same names: weights from N(0, 2/fan-in), biases 0, norms at their identity; the rest as it is.',
  restartAs: (format: string) => `Save as ${format}`,
  restarting: 'Writing …',
  results: 'Save what was found',
  cabinet: 'The bug cabinet',
  cabinetLead:
    'Thirteen mistakes that people have made, each as a small file. Open one, read its numbers, find the line.',
  openBug: 'Open the file',
  countVotes: 'Count votes',
  whichLine: 'Which line is it?',
  lineN: (n: string) => `Line ${n}`,
  judge: 'Is it this line?',
  rightLine: 'Yes, this is the line.',
  wrongLine: (n: string) => `No: it is line ${n}.`,
  engineSays: 'What the page finds in the file:',
  sourceOf: 'Told here',
  next: 'Next case',
  caseN: (n: string, of: string) => `Case ${n} of ${of}`,
  bugs: {
    'mean-for-std': {
      title: 'One number too few',
      symptom: 'The loss is huge, and all units answer nearly the same.',
    },
    brackets: {
      title: 'The wider, the worse',
      symptom: 'A wider layer makes the start worse, the very thing the rule should prevent.',
    },
    'out-for-in': {
      title: 'Many inputs, few outputs',
      symptom: 'The first layer puts out numbers five times too large; a square layer is fine.',
    },
    'same-seed': {
      title: 'Reproducible, all too much',
      symptom: 'Every run gives the same result, as wanted. It learns worse than without a seed.',
    },
    'all-zero': {
      title: 'The loss does not move',
      symptom: 'Ten classes, loss 2.303 at every step, gradients exactly zero.',
    },
    tenfold: {
      title: 'NaN in the first epoch',
      symptom: 'The generator puts out white noise, then NaN. The paper says N(0, 0.02²).',
    },
    'kernel-area': {
      title: 'Three times too large',
      symptom: 'The activations of the convolutions triple from layer to layer.',
    },
    depthwise: {
      title: 'He, and still too small',
      symptom: 'Dense convolutions keep the signal, the depthwise ones let it shrink to an eighth.',
    },
    'skipped-name': {
      title: 'The ones with larger numbers',
      symptom: 'All layers were to start from He. The first ones do.',
    },
    default: {
      title: 'Nobody chose anything',
      symptom: 'Thirty layers of ReLU: whatever goes in, the same thing comes out.',
    },
    'zero-factors': {
      title: 'An adapter that learns nothing',
      symptom: 'Fine-tuning runs, the loss stays where it was: the added matrices never move.',
    },
    embedding: {
      title: 'A first loss of dozens',
      symptom: 'A vocabulary of 2000 should begin at ln 2000 = 7.6.',
    },
    residual: {
      title: 'A name that matches nothing',
      symptom: 'The residual stream grows with depth, although the code scales its branches.',
    },
  } satisfies Record<BugId, { title: string; symptom: string }>,
} as const;

export type WeightsWords = Shape<typeof weightsEn>;
