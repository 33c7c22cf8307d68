/** The map's colours as a few paths: one for each level of χ₁, made of the runs of equal cells in each row. */
import type { ChiGrid } from '../../engine/map/chiGrid.ts';

/** Shades on each side of the critical line. */
export const LEVELS = 8;
/** |log₂ χ₁| of the full colour: χ₁ = 4 and χ₁ = ¼. */
const FULL = 2;

export type Phase = 'ordered' | 'chaotic' | 'away';

export interface ChiLevel {
  readonly phase: Phase;
  /** 0 next to the critical line … LEVELS − 1. */
  readonly level: number;
  readonly path: string;
}

function placeOf(chi: number): readonly [Phase, number] {
  if (Number.isNaN(chi)) return ['away', 0];
  const octaves = Math.log2(chi);
  const level = Math.min(LEVELS - 1, Math.floor((Math.abs(octaves) / FULL) * LEVELS));
  return [octaves <= 0 ? 'ordered' : 'chaotic', Number.isFinite(level) ? level : LEVELS - 1];
}

/** The box in px that the grid fills; its first row is at the bottom. */
export interface GridBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const px = (value: number): string => String(Math.round(value * 10) / 10);

/** A cell extends halfway to its neighbours; those at the edges end at the box. */
function edges(count: number, length: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, i) =>
    i === 0 ? 0 : i === count ? length : ((i - 0.5) / (count - 1)) * length,
  );
}

export function chiLevels(grid: ChiGrid, box: GridBox): readonly ChiLevel[] {
  const columns = grid.weightVariance.length;
  const rows = grid.biasVariance.length;
  const xs = edges(columns, box.width);
  const ys = edges(rows, box.height);
  const paths = new Map<string, { phase: Phase; level: number; parts: string[] }>();
  for (let row = 0; row < rows; row += 1) {
    const bottom = box.y + box.height - (ys[row] ?? 0);
    const top = box.y + box.height - (ys[row + 1] ?? 0);
    let from = 0;
    for (let column = 1; column <= columns; column += 1) {
      const [phase, level] = placeOf(grid.chi[row * columns + from] ?? Number.NaN);
      const next = placeOf(grid.chi[row * columns + column] ?? Number.NaN);
      if (column < columns && next[0] === phase && next[1] === level) continue;
      const key = `${phase} ${level}`;
      const found = paths.get(key) ?? { phase, level, parts: [] };
      paths.set(key, found);
      const [left, right] = [box.x + (xs[from] ?? 0), box.x + (xs[column] ?? 0)];
      found.parts.push(`M${px(left)},${px(top)}H${px(right)}V${px(bottom)}H${px(left)}Z`);
      from = column;
    }
  }
  return [...paths.values()].map(({ parts, ...rest }) => ({ ...rest, path: parts.join('') }));
}
