/** The English words for blocks, normalization, output layer and inputs; fa.ts has the same keys. */
import type { BlockId, BranchWord, NormId } from '../../engine/types.ts';
import type { NetVariant } from '../../engine/theory/netVariants.ts';
import type { Shape } from '../page/en.ts';

export const blocksEn = {
  group: 'Blocks, normalization, inputs',
  onlyHere: 'Only this lane’s blocks, normalization, inputs',
  block: 'Blocks',
  blocks: {
    plain: 'one layer after the other',
    residual1: 'residual, one layer: h + f(W h)',
    residual2: 'residual, two layers: h + W₂ f(W₁ h)',
  } satisfies Record<BlockId, string>,
  branch: 'Factor on the branch',
  branches: {
    '1/sqrt(L)': '1/√L',
    '1/sqrt(2L)': '1/√(2L), as GPT-2',
    fixup: 'Fixup: last layer 0, the one before × 1/√L',
  } satisfies Record<BranchWord, string>,
  zeroBranch: '0, as ReZero and zero-γ (a race learns it)',
  norm: 'Before the activation',
  norms: {
    none: 'nothing',
    batch: 'batch normalization',
    layer: 'layer normalization',
  } satisfies Record<NormId, string>,
  head: 'Output layer',
  headAsLane: 'like the other layers',
  inputMean: 'Mean of the inputs',
  inputStd: 'Spread of the inputs',
  facts: (blocks: string, plain: string) => `${blocks} blocks, ${plain} plain layers.`,
  uneven:
    'Where input and output of a layer differ in size nothing can be added: such a layer stays plain.',
  noBlock: 'No layer here has an input as large as its output, so there is no block.',
  factor: (factor: string) => `Factor on each branch: ${factor}.`,
  batchOne: 'Over one example, batch normalization leaves nothing but zeros.',
  batchTwo: 'Over two examples, batch normalization leaves only +1 and −1.',
  widthOne: 'Over one unit, layer normalization leaves nothing but zeros.',
  noCode:
    'For this net there is no program here: convolutions have none with blocks, normalization, an output layer or inputs of their own, nor does LSUV with another output layer. The notebook has it.',
  noDropout: 'Dropout belongs to training; this program builds the net and has none.',
  wholeProgram: 'Whole program',
  decisiveLines: 'Only the lines that decide',
  variants: {
    title: 'Is it a rescue for this net?',
    caption:
      'Theory at infinite width, this lane’s start and depth. Kept is within the limits of the verdict; a rescue for one net can be the ruin of another.',
    net: 'net',
    forward: 'signal, first to last layer',
    backward: 'gradient, last to first layer',
    kept: 'kept',
    grows: 'explodes',
    shrinks: 'vanishes',
    unknown: 'no theory',
    names: {
      plain: 'plain',
      batch: 'batch norm',
      layer: 'layer norm',
      residual: 'residual',
      'residual-batch': 'residual and batch norm',
      'residual-scaled': 'residual × 1/√L',
    } satisfies Record<NetVariant, string>,
  },
  keep: 'Dropout: share kept',
  keepCritical: (share: string, critical: string) =>
    `With ${share} of the activations kept, the mean square is the same from layer to layer at fan-in × Var(W) = ${critical} (2p under ReLU).`,
  keepAll: 'No dropout.',
  firstLoss: {
    tab: 'first loss',
    title: 'Why is the first loss what it is?',
    lane: 'lane',
    loss: 'measured',
    chance: 'ln C',
    spread: 'std of the logits',
    predicted: 'expected from it',
    caption:
      'A net that knows nothing and says so pays ln C. Logits of spread s cost about s²/2 more, or s√(2 ln C) when s is large: the output layer’s start decides.',
    unlabelled: 'Choose labelled examples as input: without classes there is no loss.',
    dead: (share: string, expected: string) =>
      `dead for one input: ${share} of the examples go dark in some layer; 1 − (1 − 2⁻ᴺ)ᴸ = ${expected}`,
  },
} as const;

export type BlocksWords = Shape<typeof blocksEn>;
