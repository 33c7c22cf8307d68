/** Copies of SVG elements that look the same without the page's style sheets. */
import { plainColour } from './plainColour.ts';

/** The properties that a style sheet may set on a mark, with their defaults. */
const PROPERTIES = {
  'fill-rule': 'nonzero',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'shape-rendering': 'auto',
  'vector-effect': 'none',
  'mix-blend-mode': 'normal',
  opacity: '1',
} as const;

/** The same for text, written only on elements that contain text. */
const TEXT_PROPERTIES = [
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'direction',
  'unicode-bidi',
] as const;

/** Attributes that are meaningful only in the page. */
const OF_THE_PAGE = /^(?:class|style|tabindex|role|focusable|data-.*|aria-.*)$/;

function paint(element: Element, style: CSSStyleDeclaration, name: 'fill' | 'stroke'): void {
  const value = style.getPropertyValue(name);
  // A reference to a pattern or a gradient of the same drawing.
  if (value.startsWith('url(')) {
    element.setAttribute(name, value.replace(/url\("?[^#"]*(#[^")]+)"?\)/, 'url($1)'));
    return;
  }
  const colour = plainColour(value);
  element.setAttribute(name, colour?.hex ?? 'none');
  const opacity = (colour?.alpha ?? 1) * Number(style.getPropertyValue(`${name}-opacity`) || 1);
  if (opacity < 1)
    element.setAttribute(`${name}-opacity`, String(Math.round(opacity * 1000) / 1000));
  else element.removeAttribute(`${name}-opacity`);
}

const SHAPES = /^(?:path|rect|circle|ellipse|line|polyline|polygon|text|tspan)$/;
const WORDS = /^(?:text|tspan)$/;

function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const { name } of Array.from(to.attributes)) {
    if (OF_THE_PAGE.test(name)) to.removeAttribute(name);
  }
  if (SHAPES.test(from.localName)) {
    paint(to, style, 'fill');
    paint(to, style, 'stroke');
  }
  for (const [name, silent] of Object.entries(PROPERTIES)) {
    // Opacity is the only one that is not inherited, so groups need it as well.
    if (!SHAPES.test(from.localName) && name !== 'opacity') continue;
    const value = style.getPropertyValue(name);
    if (value !== '' && value !== silent) to.setAttribute(name, value);
  }
  if (WORDS.test(from.localName)) {
    for (const name of TEXT_PROPERTIES) to.setAttribute(name, style.getPropertyValue(name));
  }
  if (style.transform !== 'none' && !from.hasAttribute('transform')) {
    to.setAttribute('transform', style.transform);
  }
}

const isHidden = (element: Element): boolean => {
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
};

/** A copy of an element of a drawing with its styles as attributes; `null` if it shows nothing. */
export function inlined(from: Element): Element | null {
  const defining = from.closest('defs') !== null;
  if (!defining && from.localName !== 'defs' && isHidden(from)) return null;
  const to = from.cloneNode(false);
  if (!(to instanceof Element)) return null;
  inline(from, to);
  for (const child of Array.from(from.childNodes)) {
    if (child instanceof Element) {
      const copy = inlined(child);
      if (copy !== null) to.append(copy);
    } else if (child instanceof Text) {
      to.append(child.data);
    }
  }
  // Empty groups and empty titles are left out.
  if (/^(?:g|defs|title|desc)$/.test(to.localName) && to.childNodes.length === 0) return null;
  return to;
}
