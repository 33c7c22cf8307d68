import { createElement, useMemo } from 'react';
import type { ReactNode } from 'react';
import 'katex/dist/katex.min.css';
import './tex.css';
import type { TexNode } from './tex.ts';

function renderNode(node: TexNode): ReactNode {
  if (typeof node === 'string') return node;
  const [tag, attributes, ...children] = node;
  const props = typeof attributes === 'string' ? { className: attributes } : attributes;
  return createElement(tag === '' ? 'span' : tag, props, ...children.map(renderNode));
}

/** A formula, typeset when the lesson was built. */
export function Tex({ tree }: { readonly tree: string }) {
  return useMemo(() => {
    const node: TexNode = JSON.parse(tree);
    return renderNode(node);
  }, [tree]);
}
