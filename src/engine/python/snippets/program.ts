/** Shared by all programs: the imports and the sizes of the layers. */
import { architecture } from '../../passes/architecture.ts';
import { TRUNCATED_STD } from '../../rules/draw.ts';
import type { ExperimentConfig, InitializerSpec } from '../../types.ts';
import type { Names } from '../scaling.ts';
import { TRUNCATED_NAME } from '../scaling.ts';

export const NAMES: Names = { fanIn: 'fan_in', fanOut: 'fan_out', sqrt: 'sqrt' };

/** The bias initializer. LSUV is defined only for weights; as a bias it means zeros, as in propagate. */
export const biasOf = ({ bias }: ExperimentConfig): InitializerSpec =>
  bias.id === 'lsuv' ? { id: 'zeros', params: {} } : bias;

/** `sizes = [in, width, …]`, with the number of hidden layers. */
export function sizesCode(config: ExperimentConfig): string {
  const { inputs, output } = architecture(config).value;
  const { width, depth } = config;
  const hidden = depth === 1 ? `[${width}]` : `[${width}] * ${depth}`;
  const head = output === null ? '' : ` + [${output.fanOut}]`;
  return `sizes = [${inputs}] + ${hidden}${head}`;
}

export const hasHead = (config: ExperimentConfig): boolean =>
  architecture(config).value.output !== null;

export const TRUNCATED_LINE = `${TRUNCATED_NAME} = ${TRUNCATED_STD}  # of a standard normal cut at two`;

/** Adds the imports and definitions that the body of a program uses. */
export function withPreamble(body: string, imports: readonly string[]): string {
  const lines = [...imports];
  if (/(?<!\.)\bsqrt\(/.test(body)) lines.unshift('from math import sqrt\n');
  if (body.includes('math.')) lines.unshift('import math\n');
  const constant = body.includes(TRUNCATED_NAME) ? `\n${TRUNCATED_LINE}\n` : '';
  return `${lines.join('\n')}\n${constant}\n${body}\n`;
}

/**
 * Splits code into an expression and its trailing Python comment (with the two spaces before it), which may be empty.
 */
export function splitRemark(code: string): readonly [expression: string, remark: string] {
  const at = code.indexOf('  #');
  return at < 0 ? [code, ''] : [code.slice(0, at), code.slice(at)];
}
