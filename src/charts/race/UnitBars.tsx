import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { UnitsLayer } from './UnitsPicture.tsx';
import styles from './units.module.css';

interface UnitBarsProps {
  readonly layers: readonly UnitsLayer[];
  /** `layer 3: 8 of 256 different`; layers counted from 1. */
  readonly name: (layer: number, distinct: number, units: number) => string;
  /** Formats the number of a layer. */
  readonly count: (layer: number) => string;
  readonly dir: 'ltr' | 'rtl';
}

/** A bar per layer: how many of its units differ. For layers with too many units to draw one by one. */
export function UnitBars({ layers, name, count, dir }: UnitBarsProps) {
  return (
    <ol className={styles['bars']} dir={dir}>
      {layers.map(({ classes, title }, index) => {
        const distinct = new Set(classes).size;
        const text = name(index + 1, distinct, classes.length);
        return (
          <li key={text}>
            <span aria-hidden>{count(index + 1)}</span>
            <span className={styles['room']} aria-hidden>
              <span
                className={styles['bar']}
                style={{ inlineSize: `${(100 * distinct) / Math.max(1, classes.length)}%` }}
              />
            </span>
            <bdi aria-hidden>{title}</bdi>
            <VisuallyHidden>{text}</VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
}
