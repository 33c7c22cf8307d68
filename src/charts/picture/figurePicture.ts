/** A figure of the page as one self-contained SVG. */
import { boxMarks } from './boxMarks.ts';
import { embeddedFonts } from './embeddedFonts.ts';
import { inlined } from './inlineStyles.ts';
import { plainColour } from './plainColour.ts';
import { svgElement } from './svgElement.ts';
import { textLines } from './textLines.ts';

/** Controls, which are left out of the picture. */
const NOT_IN_A_PICTURE =
  'button:not(:has(canvas)), select, input, textarea, label, details, dialog, desc, title, [data-picture="none"], [hidden]';

/** Margin around the figure, in px. */
const MARGIN = 24;

function drawing(svg: SVGSVGElement, origin: DOMRect): SVGElement | null {
  const copy = inlined(svg);
  if (!(copy instanceof SVGElement)) return null;
  const box = svg.getBoundingClientRect();
  copy.setAttribute('x', String(box.x - origin.x));
  copy.setAttribute('y', String(box.y - origin.y));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute(
    'overflow',
    getComputedStyle(svg).overflow === 'visible' ? 'visible' : 'hidden',
  );
  return copy;
}

function painting(canvas: HTMLCanvasElement, origin: DOMRect): SVGElement | null {
  if (canvas.width === 0 || canvas.height === 0) return null;
  const { x, y, width, height } = canvas.getBoundingClientRect();
  const image = svgElement('image', {
    x: x - origin.x,
    y: y - origin.y,
    width,
    height,
    preserveAspectRatio: 'none',
    href: canvas.toDataURL('image/png'),
  });
  if (getComputedStyle(canvas).imageRendering === 'pixelated') {
    image.setAttribute('image-rendering', 'pixelated');
  }
  return image;
}

/** The children in paint order: those with a negative z-index first, then the rest in document order. */
function inPaintOrder(element: Element): readonly ChildNode[] {
  const depth = (node: ChildNode): number =>
    node instanceof Element ? Number.parseInt(getComputedStyle(node).zIndex, 10) || 0 : 0;
  return Array.from(element.childNodes).toSorted((a, b) => depth(a) - depth(b));
}

function walk(element: Element, origin: DOMRect, out: SVGElement): void {
  const style = getComputedStyle(element);
  const seen = style.display !== 'none' && style.visibility !== 'hidden' && style.opacity !== '0';
  if (!seen || style.clipPath !== 'none' || element.matches(NOT_IN_A_PICTURE)) return;
  let into = out;
  if (style.opacity !== '1') {
    into = svgElement('g', { opacity: style.opacity });
    out.append(into);
  }
  if (element instanceof SVGSVGElement) {
    const copy = drawing(element, origin);
    if (copy !== null) into.append(copy);
    return;
  }
  if (element instanceof HTMLCanvasElement) {
    const image = painting(element, origin);
    if (image !== null) into.append(image);
    return;
  }
  into.append(...boxMarks(element, origin));
  for (const child of inPaintOrder(element)) {
    if (child instanceof Element) walk(child, origin, into);
    else if (child instanceof Text) into.append(...textLines(child, origin));
  }
}

/**
 * The figure with its title and caption, without its controls, on the theme's background, with fonts embedded.
 * Width and height in CSS pixels.
 */
export async function figurePicture(
  figure: HTMLElement,
): Promise<{ readonly svg: string; readonly width: number; readonly height: number }> {
  await document.fonts.ready;
  const box = figure.getBoundingClientRect();
  const content = Array.from(figure.children).filter((child) => !child.matches(NOT_IN_A_PICTURE));
  const bottom = Math.max(...content.map((child) => child.getBoundingClientRect().bottom));
  const width = Math.ceil(box.width + 2 * MARGIN);
  const height = Math.ceil(bottom - box.top + 2 * MARGIN);
  const origin = new DOMRect(box.x - MARGIN, box.y - MARGIN, width, height);
  const svg = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const title = svgElement('title');
  title.textContent = figure.querySelector('h2, h3, h4')?.textContent ?? '';
  const style = svgElement('style');
  const root = getComputedStyle(document.documentElement);
  const ground = plainColour(root.backgroundColor)?.hex ?? '#ffffff';
  svg.append(title, style, svgElement('rect', { width, height, fill: ground }));
  walk(figure, origin, svg);
  style.textContent = await embeddedFonts(svg.textContent, root.fontFamily);
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}
