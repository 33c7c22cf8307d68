/** The symbols of the formulas: how each is printed, its term in the glossary, and its TeX. */
import type { TermId } from './en.ts';

export interface SymbolRow {
  readonly id: TermId;
  /** `^` makes a superscript and `_` a subscript, up to the next space. */
  readonly symbol: string;
  /** Matches the symbol in TeX; `null` if no formula of the lesson contains it. */
  readonly tex: RegExp | null;
}

/** Longer matches first: what one row has matched is removed before the next. */
export const SYMBOLS: readonly SymbolRow[] = [
  { id: 'weightGradient', symbol: '∂C/∂W', tex: /\\partial C(?:\}\{|\/)\\partial \\mathbf W/g },
  { id: 'gradient', symbol: '∂C/∂z', tex: /\\partial C\}\{\\partial \\mathbf z/g },
  { id: 'transpose', symbol: '^⊤', tex: /\\top/g },
  { id: 'shape', symbol: ': m × n', tex: null },
  { id: 'weight', symbol: 'W, w', tex: /\\mathbf W|(?<![a-zA-Z\\])w(?![a-zA-Z])/g },
  { id: 'bias', symbol: 'b', tex: /\\mathbf b/g },
  { id: 'preActivation', symbol: 'z', tex: /\\mathbf z|(?<![a-zA-Z\\])z(?![a-zA-Z])/g },
  { id: 'activation', symbol: 'h', tex: /\\mathbf h/g },
  { id: 'curve', symbol: 'f, f′', tex: /(?<![a-zA-Z\\])f(?![a-zA-Z])/g },
  { id: 'slope', symbol: 'a', tex: /(?<![a-zA-Z\\])a(?![a-zA-Z])/g },
  { id: 'relu', symbol: 'ReLU', tex: /\\mathrm\{ReLU\}/g },
  { id: 'sigmoid', symbol: 'σ(z)', tex: null },
  { id: 'input', symbol: 'x', tex: /(?<![a-zA-Z\\])x(?![a-zA-Z])/g },
  { id: 'std', symbol: 'σ', tex: null },
  { id: 'variance', symbol: 'Var', tex: /\\operatorname\{Var\}/g },
  { id: 'mean', symbol: 'E[ ]', tex: /\\operatorname\{E\}/g },
  { id: 'fanIn', symbol: 'n_in', tex: /n_\{\\text\{in\}\}/g },
  { id: 'fanOut', symbol: 'n_out', tex: /n_\{\\text\{out\}\}/g },
  { id: 'units', symbol: 'n^[l]', tex: /n\^\{\[l(?:-1)?\]\}/g },
  { id: 'fan', symbol: 'n', tex: /(?<![a-zA-Z\\])n(?![a-zA-Z])/g },
  { id: 'layer', symbol: 'l', tex: /\[l(?:-1)?\]|(?<![a-zA-Z\\])l(?![a-zA-Z])/g },
  { id: 'index', symbol: 'i', tex: /(?<![a-zA-Z\\])i(?![a-zA-Z])/g },
  { id: 'normal', symbol: 'N(μ, σ²)', tex: /\\mathcal N/g },
  { id: 'uniform', symbol: 'U(a, b)', tex: /\\mathcal U/g },
  { id: 'blocks', symbol: 'L', tex: /(?<![a-zA-Z\\])L(?![a-zA-Z])/g },
  { id: 'kernel', symbol: 'k', tex: /(?<![a-zA-Z\\])k(?![a-zA-Z])/g },
  { id: 'channels', symbol: 'c, d', tex: /(?<![a-zA-Z\\])[cd](?![a-zA-Z])/g },
  { id: 'guess', symbol: 'ln 2, ln 10, ln C', tex: /\\ln (?:2|10|C)/g },
  { id: 'cost', symbol: 'C', tex: /(?<![a-zA-Z\\])C(?![a-zA-Z])/g },
];

/** The TeX of a formula besides symbols: layout, arithmetic, numbers. */
const LAYOUT =
  /\\(?:t?frac|sqrt|cdot|dots|ldots|approx|le|in|times|pm|q?quad|Longrightarrow|Big|bigl|bigr|text|tanh|pi)(?![a-zA-Z])|\\[,!]|[\d\s{}[\]()+\-=.,/^_·'⊤|<]/g;

/** The rows of the symbols in these formulas, in the order of the table, and the TeX that no row matches. */
export function symbolsIn(formulas: readonly string[]): {
  readonly rows: readonly SymbolRow[];
  readonly unknown: readonly string[];
} {
  const rows = new Set<SymbolRow>();
  const unknown = formulas.flatMap((formula) => {
    let rest = formula;
    for (const row of SYMBOLS) {
      if (row.tex === null) continue;
      const left = rest.replaceAll(row.tex, ' ');
      if (left !== rest) rows.add(row);
      rest = left;
    }
    const strange = rest.replaceAll(LAYOUT, '');
    return strange === '' ? [] : [`${strange} in ${formula}`];
  });
  return { rows: SYMBOLS.filter((row) => rows.has(row)), unknown };
}

/** Terms that have no symbol. */
export const PLAIN_TERMS = [
  'lane',
  'seed',
  'histogram',
  'logAxis',
  'theory',
  'backpropagation',
  'vanishingGradient',
  'explodingGradient',
  'meanSquare',
  'saturation',
  'distinct',
  'gain',
  'truncated',
  'overflow',
  'step',
  'epoch',
  'loss',
  'accuracy',
] as const satisfies readonly TermId[];
