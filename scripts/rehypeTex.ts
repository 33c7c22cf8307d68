/**
 * Runs after KaTeX: replaces the elements of each formula with one `<Tex tree="…">`, whose tree is nested
 * arrays instead of one JSX call per element. This halves the size of a chapter.
 */
import type { TexAttributes, TexNode } from '../src/lessons/text/tex.ts';

interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: Node[];
}

/** `margin-right:0.05em` → `{ marginRight: '0.05em' }`. */
function styleOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(';').flatMap((part) => {
    const [name = '', value] = part.split(':');
    const camel = name.trim().replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return value === undefined ? [] : [[camel, value.trim()] as const];
  });
  return Object.fromEntries(pairs);
}

/** The attributes under React's names; a plain string if there is only a class. */
function attributesOf(properties: Readonly<Record<string, unknown>>): TexAttributes {
  const { className, style, ...rest } = properties;
  const classes = Array.isArray(className) ? className.join(' ') : '';
  const others = Object.entries(rest).map(([name, value]) => [
    name.replace(/^aria([A-Z])/, (_, letter: string) => `aria-${letter.toLowerCase()}`),
    String(value),
  ]);
  if (style === undefined && others.length === 0) return classes;
  return {
    ...(classes === '' ? {} : { className: classes }),
    ...(typeof style === 'string' ? { style: styleOf(style) } : {}),
    ...Object.fromEntries(others),
  };
}

const isMark = ({ type, tagName }: Node): boolean => type === 'text' || tagName !== undefined;

function compact({ tagName, value, properties, children = [] }: Node): TexNode {
  if (tagName === undefined) return value ?? '';
  // KaTeX's annotation holds the TeX source, used only when copying; it would be a third of the tree.
  const inner = children.filter((child) => isMark(child) && child.tagName !== 'annotation');
  return [tagName === 'span' ? '' : tagName, attributesOf(properties ?? {}), ...inner.map(compact)];
}

const isFormula = ({ properties }: Node): boolean => {
  const classes = properties?.['className'];
  return Array.isArray(classes) && (classes.includes('katex') || classes.includes('katex-display'));
};

const tag = (
  node: Node,
): Node & { readonly name: string; readonly attributes: readonly unknown[] } => ({
  type: 'mdxJsxTextElement',
  name: 'Tex',
  attributes: [{ type: 'mdxJsxAttribute', name: 'tree', value: JSON.stringify(compact(node)) }],
  children: [],
});

const withTags = (node: Node): Node =>
  isFormula(node)
    ? tag(node)
    : node.children === undefined
      ? node
      : { ...node, children: node.children.map(withTags) };

export function rehypeTex() {
  return (tree: Node): Node => withTags(tree);
}
