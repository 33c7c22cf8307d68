/** What all programs share: their imports, the layers' sizes, and the draws of Python. */
import { architecture } from '../../passes/architecture.ts';
import { TRUNCATED_STD } from '../../rules/draw.ts';
import { python } from '../python.ts';
import type { ExperimentConfig, InitializerSpec } from '../../types.ts';
import { pythonDraw, TRUNCATED_NAME } from './scale.ts';
import type { PythonDraw } from './scale.ts';

/** A float where Python would read an integer: some libraries insist. */
export const float = (text: string): string => (/^-?\d+$/.test(text) ? `${text}.0` : text);

/** LSUV is about weights; with it, biases start at zero (propagate does the same). */
export const biasDraw = ({ bias }: ExperimentConfig): PythonDraw =>
  pythonDraw(bias.id === 'lsuv' ? { id: 'zeros', params: {} } : bias);

/** `sizes = [in, width, …]`, and how many of its layers are hidden. */
export function sizesCode(config: ExperimentConfig): string {
  const { inputs, output } = architecture(config).value;
  const { width, depth } = config;
  const hidden = depth === 1 ? `[${width}]` : `[${width}] * ${depth}`;
  const head = output === null ? '' : ` + [${output.fanOut}]`;
  return `sizes = [${inputs}] + ${hidden}${head}`;
}

export const hasHead = (config: ExperimentConfig): boolean =>
  architecture(config).value.output !== null;

export const param = ({ params }: InitializerSpec, name: string): string =>
  python(params[name] ?? 0);

/** Lines a program needs above it: what its body names, and nothing else. */
export function withPreamble(body: string, imports: readonly string[]): string {
  const lines = [...imports];
  if (/(?<!\.)\bsqrt\(/.test(body)) lines.unshift('from math import sqrt\n');
  const constant = body.includes(TRUNCATED_NAME)
    ? `\n${TRUNCATED_NAME} = ${TRUNCATED_STD}  # of a standard normal cut at two\n`
    : '';
  return `${lines.join('\n')}\n${constant}\n${body}\n`;
}
