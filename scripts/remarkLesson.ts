/**
 * Checks a lesson's text while it is compiled: only the tags of src/lessons/tags.ts are allowed, and no code.
 * Groups each question with its answers, and exports an outline of the chapter along with its content.
 */
import { TAGS } from '../src/lessons/tags.ts';
import type { Outline, OutlineNumber, OutlineQuestion, OutlineStep } from '../src/lessons/tags.ts';

interface Attribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: string | { readonly value: string } | null;
}

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly attributes?: readonly Attribute[];
  children?: Node[];
  readonly data?: unknown;
}

interface File {
  readonly fail: (reason: string, place?: Node) => never;
}

/** Commands whose fonts are left out by fewerFonts.mjs. */
const UNUSED = /\\(?:mathbb|mathfrak|mathscr|mathsf|mathtt|texttt|textsf)(?![a-zA-Z])/;

const isTag = (node: Node): boolean => node.type.startsWith('mdxJsx');
const isNamed = (name: string) => (node: Node) => isTag(node) && node.name === name;

function attribute(node: Node, name: string): string | null {
  const value = node.attributes?.find((each) => each.name === name)?.value;
  return value === undefined || value === null
    ? null
    : typeof value === 'string'
      ? value
      : value.value;
}

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

function all(node: Node, test: (node: Node) => boolean): readonly Node[] {
  return [
    ...(test(node) ? [node] : []),
    ...(node.children ?? []).flatMap((child) => all(child, test)),
  ];
}

function checkTag(node: Node, file: File): void {
  const allowed = Object.entries(TAGS).find(([tag]) => tag === node.name)?.[1];
  if (allowed === undefined) {
    file.fail(
      `<${node.name ?? ''}> is no tag of a lesson; there are ${Object.keys(TAGS).join(', ')}`,
      node,
    );
  }
  for (const { type, name = '' } of node.attributes ?? []) {
    if (type !== 'mdxJsxAttribute' || !Object.keys(allowed).includes(name)) {
      file.fail(`<${node.name ?? ''}> has no “${name}”`, node);
    }
  }
  for (const [name, needed] of Object.entries(allowed)) {
    if (needed === 'needed' && attribute(node, name) === null) {
      file.fail(`<${node.name ?? ''}> needs “${name}”`, node);
    }
  }
}

function check(node: Node, file: File): void {
  if (node.type === 'mdxjsEsm' || node.type.endsWith('Expression')) {
    file.fail('A lesson holds text and tags, no code', node);
  }
  if (/[mM]ath$/.test(node.type)) {
    const [command] = UNUSED.exec(node.value ?? '') ?? [];
    if (command !== undefined) file.fail(`${command} needs a font the page does not have`, node);
  }
  if (isTag(node)) checkTag(node, file);
  for (const child of node.children ?? []) check(child, file);
}

/** Wraps `<Ask>` and the `<Option>`s after it in one `<Prediction>`. */
function group(node: Node): void {
  const children: Node[] = [];
  for (const child of node.children ?? []) {
    group(child);
    const last = children.at(-1);
    if (isNamed('Ask')(child)) {
      const name = 'Prediction';
      children.push({ type: 'mdxJsxFlowElement', name, attributes: [], children: [child] });
    } else if (isNamed('Option')(child) && last !== undefined && isNamed('Prediction')(last)) {
      last.children?.push(child);
    } else children.push(child);
  }
  if (node.children !== undefined) node.children = children;
}

function questionOf(node: Node): OutlineQuestion | null {
  const ask = all(node, isNamed('Ask'))[0];
  if (ask === undefined) return null;
  const options = all(node, isNamed('Option')).map((option) => attribute(option, 'id') ?? '');
  return { ask: textOf(ask), options };
}

const numbersOf = (node: Node): readonly OutlineNumber[] =>
  all(node, isNamed('Num')).map((each) => ({
    of: attribute(each, 'of') ?? '',
    lane: attribute(each, 'lane'),
    layer: attribute(each, 'layer'),
    framework: attribute(each, 'framework'),
    beforeAnswer: !all(node, isNamed('After')).some(
      (after) => all(after, (n) => n === each).length,
    ),
    question: isNamed('Question')(node) ? attribute(node, 'id') : null,
  }));

/** A step without the tags of that name, such as the speaker's notes. */
const without = (name: string, node: Node): Node => ({
  ...node,
  children: (node.children ?? [])
    .filter((child) => !isNamed(name)(child))
    .map((child) => without(name, child)),
});

function stepOf(whole: Node): OutlineStep {
  const node = without('Notes', whole);
  const title = all(node, ({ type }) => type === 'heading')[0];
  const parts = all(node, isNamed('Question'));
  const parents = parts.length === 0 ? [node] : parts;
  return {
    id: attribute(node, 'id') ?? '',
    title: title === undefined ? '' : textOf(title),
    question: parts.length === 0 ? questionOf(node) : null,
    questions: parts.map((part) => ({
      id: attribute(part, 'id') ?? '',
      ...(questionOf(part) ?? { ask: '', options: [] }),
    })),
    numbers: parents.flatMap(numbersOf),
    noted: all(whole, isNamed('Notes')).flatMap(numbersOf),
    notedLetters: all(whole, isNamed('Notes')).map(textOf).join('').length,
    lanes: all(node, isNamed('Lane')).map((each) => Number(attribute(each, 'i'))),
    codes: all(node, isNamed('Code')).map((each) => attribute(each, 'id') ?? ''),
    threeQuestions: all(node, isNamed('ThreeQuestions')).length > 0,
    formulas: all(node, ({ type }) => type === 'math' || type === 'inlineMath').map(textOf),
    letters: textOf(without('Headline', node)).length,
  };
}

/** `export const outline = JSON.parse("…")` as a syntax tree. */
function exportOf(outline: Outline): Node {
  const identifier = (name: string) => ({ type: 'Identifier', name });
  const parsed = {
    type: 'CallExpression',
    callee: {
      type: 'MemberExpression',
      object: identifier('JSON'),
      property: identifier('parse'),
      computed: false,
      optional: false,
    },
    arguments: [{ type: 'Literal', value: JSON.stringify(outline) }],
    optional: false,
  };
  const declaration = {
    type: 'VariableDeclaration',
    kind: 'const',
    declarations: [{ type: 'VariableDeclarator', id: identifier('outline'), init: parsed }],
  };
  const body = [{ type: 'ExportNamedDeclaration', declaration, specifiers: [], source: null }];
  return {
    type: 'mdxjsEsm',
    value: '',
    data: { estree: { type: 'Program', sourceType: 'module', body, comments: [] } },
  };
}

export function remarkLesson() {
  return (tree: Node, file: File): void => {
    check(tree, file);
    const steps = (tree.children ?? []).filter(isNamed('Step'));
    const outside = (tree.children ?? []).find((node) => !isNamed('Step')(node));
    if (outside !== undefined) file.fail('Everything in a chapter stands in a <Step>', outside);
    const outline = { steps: steps.map(stepOf) };
    group(tree);
    tree.children?.unshift(exportOf(outline));
  };
}
