import { memo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import styles from './units.module.css';
import type { ChartSize } from '../types.ts';
import { TwinBrackets } from './TwinBrackets.tsx';
import { twinsOf } from './twins.ts';
import { arrowStep } from '../../ui/arrowStep.ts';

export interface UnitsLayer {
  /** Class of each unit; equal units have the same class. */
  readonly classes: readonly number[];
  readonly title: string;
}

export interface UnitsLink {
  /** `[to.length × from.length]`, row-major. */
  readonly values: ArrayLike<number>;
}

export interface UnitsPictureProps {
  /** Number of inputs, which are drawn first and have no classes. */
  readonly inputs: number;
  readonly layers: readonly UnitsLayer[];
  /** `links[i]` leads to `layers[i]`; `null` for a network with too many to draw. */
  readonly links: readonly UnitsLink[] | null;
  readonly label: string;
  readonly size: ChartSize;
  /** Names the weight selected by the pointer or the keys; indices count from 1. */
  readonly weight: (layer: number, unit: number, input: number, value: number) => string;
  /** How many units are equal: `×8`. */
  readonly times: (units: number) => string;
  readonly hint: string;
  /** Direction of the text below the picture. */
  readonly dir: 'ltr' | 'rtl';
  /** Called when a weight of the first layer is clicked. */
  readonly onPick?: ((unit: number, input: number) => void) | undefined;
}

/** Width of the widest line, in px. */
const WIDEST = 4;

const disc = (x: number, y: number, r: number): string =>
  `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
const square = (x: number, y: number, r: number): string =>
  `M${x - r},${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`;

/** The network as units and weights: equal units are filled, under one bracket; the others are hollow. */
export const UnitsPicture = memo(function UnitsPicture(props: UnitsPictureProps) {
  const { inputs, layers, links, label, size, hint, onPick } = props;
  const [at, setAt] = useState<readonly [unit: number, input: number] | null>(null);
  const { rem, width, tall = 1 } = size;
  const tallest = Math.max(inputs, ...layers.map(({ classes }) => classes.length));
  const gap = Math.max(rem * 0.5, Math.min(rem * 1.7 * Math.min(1.3, tall), (rem * 22) / tallest));
  const radius = gap * 0.36;
  const height = tallest * gap + rem;
  const columns = layers.length + 1;
  const twins = layers.map(({ classes }) => twinsOf(classes));
  const right = rem * (twins.some((groups) => groups.length > 0) ? 2.6 : 1);
  const x = (column: number): number =>
    rem + (columns === 1 ? 0 : (column / (columns - 1)) * (width - rem - right));
  const y = (unit: number, count: number): number => height / 2 + (unit - (count - 1) / 2) * gap;
  const countOf = (column: number): number =>
    column === 0 ? inputs : (layers[column - 1]?.classes.length ?? 0);
  /** Whether the counts below the layers fit side by side. */
  const roomy = width / columns > rem * 3;
  const first = links?.[0];
  const units = countOf(1);
  const walk = (event: KeyboardEvent): void => {
    const [unit = 0, input = 0] = at ?? [];
    const move = arrowStep(event.key);
    if (move !== null) {
      event.preventDefault();
      setAt([(unit + move[0] + units) % units, (input + move[1] + inputs) % inputs]);
    } else if ((event.key === 'Enter' || event.key === ' ') && onPick !== undefined) {
      event.preventDefault();
      onPick(unit + 1, input + 1);
    }
  };
  return (
    <div className={styles['units']} dir="ltr">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it has a role when it is interactive */}
      <svg
        width={width}
        height={height}
        role={onPick === undefined ? 'img' : 'application'}
        aria-label={label}
        tabIndex={onPick === undefined ? undefined : 0}
        onKeyDown={onPick === undefined ? undefined : walk}
        onPointerLeave={() => setAt(null)}
      >
        {links?.map(({ values }, column) => {
          const from = countOf(column);
          const to = countOf(column + 1);
          const most = Math.max(1e-30, ...Array.from(values, (value) => Math.abs(value)));
          return Array.from({ length: to * from }, (_, i) => {
            const unit = Math.floor(i / from);
            const input = i % from;
            const value = values[i] ?? 0;
            const d = `M${x(column)},${y(input, from)}L${x(column + 1)},${y(unit, to)}`;
            const near = column === 0 && at?.[0] === unit && at[1] === input;
            return (
              // Weights have no key other than their index.
              // oxlint-disable-next-line react/no-array-index-key
              <g key={`${column}-${i}`}>
                <path
                  className={styles['link']}
                  data-sign={value < 0 ? 'negative' : 'positive'}
                  data-near={near}
                  d={d}
                  strokeWidth={
                    near ? WIDEST : Math.max(0.3, (WIDEST * 0.7 * Math.abs(value)) / most)
                  }
                />
                {column === 0 && onPick !== undefined && (
                  <path
                    className={styles['reach']}
                    d={d}
                    data-unit={unit + 1}
                    data-input={input + 1}
                    onPointerEnter={() => setAt([unit, input])}
                    onClick={() => onPick(unit + 1, input + 1)}
                  />
                )}
              </g>
            );
          });
        })}
        {Array.from({ length: inputs }, (_, unit) => (
          <path
            key={`input-${unit}`}
            className={styles['input']}
            d={square(x(0), y(unit, inputs), radius * 0.7)}
          />
        ))}
        {layers.map(({ classes }, index) => {
          const groups = twins[index] ?? [];
          const equal = new Set(groups.flatMap(({ units: all }) => all));
          const place = (unit: number): string =>
            disc(x(index + 1), y(unit, classes.length), radius);
          const kinds = [
            { look: 'unique', units: classes.map((_, unit) => unit).filter((u) => !equal.has(u)) },
            { look: 'twin', units: [...equal] },
          ];
          return (
            // Layers have no key other than their index.
            // oxlint-disable-next-line react/no-array-index-key
            <g key={index}>
              {kinds.map(
                ({ look, units: all }) =>
                  all.length > 0 && (
                    <path
                      key={look}
                      className={styles['unit']}
                      data-look={look}
                      d={all.map(place).join('')}
                    />
                  ),
              )}
              <TwinBrackets
                groups={groups}
                left={x(index + 1) + radius}
                y={(unit) => y(unit, classes.length)}
                height={height}
                rem={rem}
                times={props.times}
              />
            </g>
          );
        })}
      </svg>
      {roomy && (
        <div className={styles['titles']} aria-hidden>
          {layers.map(({ title }, index) => (
            // Layers have no key other than their index.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index} style={{ insetInlineStart: x(index + 1) }}>
              <bdi>{title}</bdi>
            </span>
          ))}
        </div>
      )}
      <p className={styles['readout']} aria-live="polite" dir={props.dir}>
        <bdi>
          {at === null || first === undefined
            ? hint
            : props.weight(1, at[0] + 1, at[1] + 1, first.values[at[0] * inputs + at[1]] ?? 0)}
        </bdi>
      </p>
    </div>
  );
});
