/** What CSS draws around and behind an element: background, borders, outline. */
import { plainColour } from './plainColour.ts';
import { svgElement } from './svgElement.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

function sideLine(
  side: (typeof SIDES)[number],
  style: CSSStyleDeclaration,
  box: DOMRect,
): SVGElement | null {
  const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
  const kind = style.getPropertyValue(`border-${side}-style`);
  const colour = plainColour(style.getPropertyValue(`border-${side}-color`));
  if (!(width > 0) || kind === 'none' || colour === null || colour.alpha === 0) return null;
  const { x, y, right, bottom } = box;
  const half = width / 2;
  const [x1, y1, x2, y2] = {
    top: [x, y + half, right, y + half],
    bottom: [x, bottom - half, right, bottom - half],
    left: [x + half, y, x + half, bottom],
    right: [right - half, y, right - half, bottom],
  }[side];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null;
  const line = svgElement('line', { x1, y1, x2, y2, stroke: colour.hex, 'stroke-width': width });
  if (colour.alpha < 1) line.setAttribute('stroke-opacity', String(colour.alpha));
  if (kind === 'dashed') line.setAttribute('stroke-dasharray', `${width * 2} ${width}`);
  if (kind === 'dotted') line.setAttribute('stroke-dasharray', `${width} ${width}`);
  return line;
}

/** Splits `a, b(c, d), e` at its outer commas. */
function outerParts(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + letter);
  }
  return parts.map((part) => part.trim());
}

let gradients = 0;

/** Marks for a `linear-gradient(to right, …)`, the only kind the page uses. */
function gradientMarks(image: string, box: DOMRect): readonly SVGElement[] {
  const inside = /^linear-gradient\((.*)\)$/.exec(image)?.[1];
  if (inside === undefined) return [];
  const stops = outerParts(inside).filter((part) => !/^(?:to |[\d.]+deg)/.test(part));
  gradients += 1;
  const id = `ramp-${gradients}`;
  const gradient = svgElement('linearGradient', { id });
  stops.forEach((stop, i) => {
    const place = / ([\d.]+)%$/.exec(stop);
    const colour = plainColour(place === null ? stop : stop.slice(0, place.index));
    // Stops without a position are evenly spaced; the page omits it only at the ends and in the middle.
    const offset = place === null ? i / (stops.length - 1) : Number(place[1]) / 100;
    gradient.append(
      svgElement('stop', { offset: String(offset), 'stop-color': colour?.hex ?? '' }),
    );
  });
  const { x, y, width, height } = box;
  return [gradient, svgElement('rect', { x, y, width, height, fill: `url(#${id})` })];
}

/** The marks of an element's box, from back to front. */
export function boxMarks(element: Element, origin: DOMRect): readonly SVGElement[] {
  const style = getComputedStyle(element);
  const on = element.getBoundingClientRect();
  const box = new DOMRect(on.x - origin.x, on.y - origin.y, on.width, on.height);
  if (box.width === 0 && box.height === 0) return [];
  const marks: SVGElement[] = [];
  const ground = plainColour(style.backgroundColor);
  if (ground !== null && ground.alpha > 0) {
    const { x, y, width, height } = box;
    const rect = svgElement('rect', { x, y, width, height, fill: ground.hex });
    if (ground.alpha < 1) rect.setAttribute('fill-opacity', String(ground.alpha));
    marks.push(rect);
  }
  marks.push(...gradientMarks(style.backgroundImage, box));
  for (const side of SIDES) {
    const line = sideLine(side, style, box);
    if (line !== null) marks.push(line);
  }
  const outline = Number.parseFloat(style.outlineWidth);
  const colour = plainColour(style.outlineColor);
  // A focus ring is not part of the picture.
  if (
    style.outlineStyle === 'solid' &&
    outline > 0 &&
    colour !== null &&
    !element.matches(':focus')
  ) {
    const { x, y, width, height } = box;
    const look = { fill: 'none', stroke: colour.hex, 'stroke-width': outline };
    marks.push(svgElement('rect', { x, y, width, height, ...look }));
  }
  return marks;
}
