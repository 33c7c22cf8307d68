import { repel } from '../geometry/repel.ts';
import type { Twins } from './twins.ts';
import styles from './units.module.css';

interface TwinBracketsProps {
  readonly groups: readonly Twins[];
  /** The right edge of the units, in px. */
  readonly left: number;
  readonly y: (unit: number) => number;
  readonly height: number;
  readonly rem: number;
  /** How many units are equal: `×8`. */
  readonly times: (units: number) => string;
}

/** Height of a label, in rem. */
const LABEL = 0.95;

/**
 * A bracket for each group of equal units, and how many they are. Several brackets stand side by side, and may
 * interleave: each has its number to the right of all of them, at the end of its lower arm.
 */
export function TwinBrackets({ groups, left, y, height, rem, times }: TwinBracketsProps) {
  const at = (level: number): number => left + rem * (0.3 + level * 0.35);
  const end = at(groups.length - 1);
  const feet = groups.map(({ units }) => y(units.at(-1) ?? 0));
  const brackets = groups.map(({ units }, level) => {
    const [top, foot, x] = [y(units[0] ?? 0), feet[level] ?? 0, at(level)];
    return { units, top, foot, x, middle: (top + foot) / 2 };
  });
  const single = groups.length === 1;
  const places = repel(
    single ? brackets.map(({ middle }) => middle) : feet,
    groups.map(() => rem * LABEL),
    0,
    height,
  );
  return (
    <>
      {brackets.map(({ units, top, foot, x }, level) => {
        const label = places[level] ?? foot;
        const arm = single ? '' : `H${end}L${end + rem * 0.35},${label}`;
        const d = `M${x - rem * 0.2},${top}H${x}V${foot}M${x - rem * 0.2},${foot}H${x}${arm}`;
        return (
          <g key={units[0]} className={styles['bracket']}>
            <path d={d} data-halo />
            <path d={d} />
            <text x={end + rem * (single ? 0.25 : 0.45)} y={label} dy="0.36em">
              {times(units.length)}
            </text>
          </g>
        );
      })}
    </>
  );
}
