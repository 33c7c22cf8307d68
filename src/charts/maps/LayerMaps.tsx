import type { KeyboardEvent, PointerEvent } from 'react';
import { arrowStep } from '../../ui/arrowStep.ts';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import type { ChartFormat } from '../types.ts';
import { MapCanvas } from './MapCanvas.tsx';
import styles from './maps.module.css';

/** A place in a layer's picture; rows and columns count from 0. */
export interface MapPlace {
  readonly layer: number;
  readonly row: number;
  readonly column: number;
}

export interface LayerMap {
  readonly layer: number;
  /** Mean over all places, printed under the map. */
  readonly mean: number;
  /** The value drawn at full brightness. */
  readonly limit: number;
  readonly values: readonly number[];
}

export interface LayerMapsProps {
  readonly side: number;
  /** The drawn layers, first to last. */
  readonly maps: readonly LayerMap[];
  readonly at: MapPlace | null;
  readonly onAt: (at: MapPlace | null) => void;
  readonly focused: number | null;
  readonly label: string;
  /** Describes a place and its value. */
  readonly readout: (at: MapPlace) => string;
  readonly hint: string;
  readonly stale: boolean;
  readonly format: ChartFormat;
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/**
 * One picture per layer, with one number per place. The pointer selects any place; arrow keys walk the layers, and the
 * places from the corner to the middle.
 */
export function LayerMaps(props: LayerMapsProps) {
  const { side, maps, at, onAt, focused, label, readout, hint, stale, format } = props;
  const point = (layer: number, event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = (offset: number, size: number): number =>
      within(Math.floor((offset / size) * side), side);
    const row = place(event.clientY - box.top, box.height);
    onAt({ layer, row, column: place(event.clientX - box.left, box.width) });
  };
  const walk = (event: KeyboardEvent): void => {
    const move = arrowStep(event.key);
    const first = maps[0]?.layer;
    if (move === null || first === undefined) return;
    event.preventDefault();
    if (at === null) {
      onAt({ layer: first, row: 0, column: 0 });
      return;
    }
    const index = maps.findIndex(({ layer }) => layer === at.layer);
    const layer = maps[within(index + move[1], maps.length)]?.layer ?? first;
    const row = within(at.row + move[0], Math.ceil(side / 2));
    onAt({ layer, row, column: row });
  };
  return (
    <div>
      <button
        type="button"
        className={styles['maps']}
        dir="ltr"
        aria-label={label}
        data-stale={stale}
        onKeyDown={walk}
        onPointerLeave={() => onAt(null)}
        onBlur={() => onAt(null)}
      >
        {maps.map(({ layer, mean, limit, values }) => (
          <span
            key={layer}
            className={styles['cell']}
            data-layer={layer}
            data-focused={focused === layer}
          >
            <span className={styles['name']}>{format.integer(layer)}</span>
            <span className={styles['picture']} onPointerMove={(event) => point(layer, event)}>
              <MapCanvas map={{ side, values }} limit={limit} scale="light" />
              {at?.layer === layer && (
                <span
                  className={styles['cursor']}
                  style={{
                    insetBlockStart: `${(at.row / side) * 100}%`,
                    insetInlineStart: `${(at.column / side) * 100}%`,
                    blockSize: `${100 / side}%`,
                    inlineSize: `${100 / side}%`,
                  }}
                />
              )}
            </span>
            <HtmlNumber text={format.number(mean)} />
          </span>
        ))}
      </button>
      <p className={styles['readout']} aria-live="polite" data-readout dir="auto">
        {at === null ? hint : readout(at)}
      </p>
    </div>
  );
}
