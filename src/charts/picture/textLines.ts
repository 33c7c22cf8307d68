/** HTML text of the page as SVG text. */
import { plainColour } from './plainColour.ts';
import { svgElement } from './svgElement.ts';

interface Line {
  readonly text: string;
  readonly box: DOMRect;
}

/** The lines into which a text node was broken; blank ones are left out. */
function linesOf(node: Text): readonly Line[] {
  const range = document.createRange();
  const lines: { text: string; top: number; boxes: DOMRect[] }[] = [];
  const letters = Array.from(node.data);
  let at = 0;
  for (const letter of letters) {
    range.setStart(node, at);
    at += letter.length;
    range.setEnd(node, at);
    const box = range.getClientRects()[0];
    const last = lines.at(-1);
    if (box === undefined || box.width + box.height === 0) {
      if (last !== undefined) last.text += letter;
      continue;
    }
    if (last !== undefined && Math.abs(last.top - box.top) < box.height / 2) {
      last.text += letter;
      last.boxes.push(box);
    } else {
      lines.push({ text: letter, top: box.top, boxes: [box] });
    }
  }
  return lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, boxes }) => {
      const left = Math.min(...boxes.map((box) => box.left));
      const right = Math.max(...boxes.map((box) => box.right));
      const top = Math.min(...boxes.map((box) => box.top));
      const bottom = Math.max(...boxes.map((box) => box.bottom));
      return { text, box: new DOMRect(left, top, right - left, bottom - top) };
    });
}

const pen = document.createElement('canvas').getContext('2d');

/** Px from the top of a line's box to its baseline. */
function ascent(style: CSSStyleDeclaration, height: number): number {
  if (pen === null) return height * 0.8;
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText('x');
  return up + (height - up - down) / 2;
}

/** Whether vertical text is rotated by half a turn, on the element or on an ancestor with vertical writing mode. */
function isUpward(element: Element): boolean {
  const { writingMode, transform } = getComputedStyle(element);
  if (!writingMode.startsWith('vertical')) return false;
  if (transform.startsWith('matrix(-1')) return true;
  return element.parentElement !== null && isUpward(element.parentElement);
}

/** Vertical text as SVG text rotated about its centre. */
function rotatedText(parent: Element, origin: DOMRect): SVGTextElement {
  const box = parent.getBoundingClientRect();
  const upward = isUpward(parent);
  const [x, y] = [box.left + box.width / 2 - origin.left, box.top + box.height / 2 - origin.top];
  const text = svgElement('text', { x, y, dy: '0.35em', 'text-anchor': 'middle' });
  text.setAttribute('transform', `rotate(${upward ? -90 : 90} ${x} ${y})`);
  text.textContent = parent.textContent.trim();
  return text;
}

/** One `text` element per line, with the position, size and colour it has on the page. */
export function textLines(node: Text, origin: DOMRect): readonly SVGTextElement[] {
  const parent = node.parentElement;
  if (parent === null || node.data.trim() === '') return [];
  const style = getComputedStyle(parent);
  const colour = plainColour(style.color);
  const look: Readonly<Record<string, string>> = {
    fill: colour?.hex ?? '#000000',
    ...(colour !== null && colour.alpha < 1 ? { 'fill-opacity': String(colour.alpha) } : {}),
    'font-family': style.fontFamily,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
    ...(style.fontVariantNumeric === 'normal'
      ? {}
      : { 'font-variant-numeric': style.fontVariantNumeric }),
  };
  const upright = style.writingMode.startsWith('vertical');
  const rtl = style.direction === 'rtl';
  const texts = upright
    ? [rotatedText(parent, origin)]
    : linesOf(node).map(({ text, box }) => {
        // Right-to-left text starts at the right edge of its line.
        const x = (rtl ? box.right : box.left) - origin.left;
        const y = box.top + ascent(style, box.height) - origin.top;
        const element = svgElement('text', { x, y, direction: rtl ? 'rtl' : 'ltr' });
        element.textContent = text.replaceAll(/\s+/g, ' ').trim();
        return element;
      });
  for (const text of texts) {
    for (const [name, value] of Object.entries(look)) text.setAttribute(name, value);
  }
  return texts;
}
