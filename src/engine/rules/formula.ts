/**
 * The formulas of rules, in symbols and with the numbers of a layer, as TeX for ui/Formula.tsx. Separate from
 * the table, because the first page needs the rows but no formulas.
 */
import type { InitializerId } from './ids.ts';
import { TRUNCATED_STD } from './draw.ts';
import { initializer } from './initializer.ts';
import type { Params } from './params.ts';
import { withDefaults } from './params.ts';
import type { AnyTemplate } from './rule.ts';
import { partsIn } from './rule.ts';
import { zerosPerColumn } from './draw.ts';
import { scalingNumbers, scalingTex } from './scalingFormula.ts';
import { texFactor, texNumber } from './texNumber.ts';

export const initializerTex = (id: InitializerId): string => ruleTex(initializer(id).rule);

/** The formula of the std or limit with a layer's numbers; omitted parameters have their default values. */
export function initializerNumbers(
  id: InitializerId,
  params: Params,
  fanIn: number,
  fanOut: number,
): string {
  const { params: table, rule } = initializer(id);
  return ruleNumbers(rule, withDefaults(table, params), fanIn, fanOut);
}

/** The number of a fixed part, or the symbol of a parameter. */
const symbol = (part: number | string, name: string): string =>
  typeof part === 'number' ? texNumber(part) : name;

/** The formula of a rule in symbols. */
function ruleTex(rule: AnyTemplate): string {
  switch (rule.kind) {
    case 'scaling':
      return scalingTex(rule);
    case 'constant':
      return `W_{ij} = ${symbol(rule.value, 'c')}`;
    case 'uniform': {
      const [a, b] = [symbol(rule.ends[0], 'a'), symbol(rule.ends[1], 'b')];
      return `W_{ij} \\sim \\mathcal U(${a}, ${b}),\\quad \\sigma = \\frac{${b} - ${a}}{\\sqrt{12}}`;
    }
    case 'normal':
    case 'truncated': {
      const [mean, std] = [symbol(rule.mean, '\\mu'), symbol(rule.std, '\\sigma')];
      const law = `W_{ij} \\sim \\mathcal N(${mean}, ${std}^2)`;
      if (rule.kind === 'normal') return law;
      return `${law}\\ \\text{with}\\ |W_{ij} - ${mean}| \\le 2${std}`;
    }
    case 'orthogonal': {
      const square = rule.gain === 1 ? '' : `${symbol(rule.gain, 'g')}^2 `;
      return `W W^\\top = ${square}I\\ \\text{or}\\ W^\\top W = ${square}I`;
    }
    case 'identity':
      return `W_{ij} = ${rule.gain === 1 ? '' : `${symbol(rule.gain, 'g')}\\,`}\\delta_{ij}`;
    case 'sparse': {
      const [std, share] = [symbol(rule.std, '\\sigma'), symbol(rule.sparsity, 's')];
      const zeros = `\\lceil ${share}\\, n_\\mathrm{out} \\rceil\\ \\text{zeros in each column}`;
      return `W_{ij} \\sim \\mathcal N(0, ${std}^2),\\quad ${zeros}`;
    }
    case 'lsuv':
      return 'W = \\frac{Q}{\\sqrt{\\operatorname{Var}(z)}},\\quad Q Q^\\top = I';
  }
}

function ruleNumbers(template: AnyTemplate, params: Params, fanIn: number, fanOut: number): string {
  const { number } = partsIn(params);
  switch (template.kind) {
    case 'scaling':
      return scalingNumbers(template, params, fanIn, fanOut);
    case 'constant':
      return `W_{ij} = ${texNumber(number(template.value))}`;
    case 'uniform': {
      const width = Math.abs(number(template.ends[1]) - number(template.ends[0]));
      return `\\sigma = \\frac{${texNumber(width)}}{\\sqrt{12}} = ${texNumber(width / Math.sqrt(12))}`;
    }
    case 'normal':
      return `\\sigma = ${texNumber(number(template.std))}`;
    case 'truncated': {
      const std = number(template.std);
      return `${texFactor(TRUNCATED_STD)}${texNumber(std)} = ${texNumber(std * TRUNCATED_STD)}`;
    }
    case 'orthogonal': {
      const [gain, n] = [number(template.gain), Math.max(fanIn, fanOut)];
      return `\\sigma = \\frac{${texNumber(gain)}}{\\sqrt{${n}}} = ${texNumber(gain / Math.sqrt(n))}`;
    }
    case 'identity':
      return `W_{ii} = ${texNumber(number(template.gain))}`;
    case 'sparse': {
      const share = number(template.sparsity);
      return `\\lceil ${texNumber(share)} \\cdot ${fanOut} \\rceil = ${zerosPerColumn(share, fanOut)}`;
    }
    case 'lsuv':
      return '\\operatorname{Var}(z) = 1';
  }
}
