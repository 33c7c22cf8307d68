/** A class of equal units is a colour and a shape. */

export const UNIT_COLOURS = 5;
const SHAPES = 4;
/** So many classes look different: 5 and 4 have no common factor. Any more repeat them. */
export const UNIT_MARKS = UNIT_COLOURS * SHAPES;

/** Index of the colour. */
export const unitColour = (unitClass: number): number => unitClass % UNIT_COLOURS;

/** A path around (x, y): a circle, square, triangle or diamond. */
export function unitShape(unitClass: number, x: number, y: number, r: number): string {
  switch (unitClass % SHAPES) {
    case 0:
      return `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
    case 1:
      return `M${x - r},${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`;
    case 2:
      return `M${x},${y - r * 1.2}l${r * 1.2},${r * 2.1}h${-r * 2.4}Z`;
    default:
      return `M${x},${y - r * 1.3}l${r * 1.3},${r * 1.3}l${-r * 1.3},${r * 1.3}l${-r * 1.3},${-r * 1.3}Z`;
  }
}
