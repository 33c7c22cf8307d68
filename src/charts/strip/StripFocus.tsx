import { memo } from 'react';
import type { Quantity } from '../../engine/types.ts';
import { StripRow } from './StripRow.tsx';
import styles from './strip.module.css';
import type { LayerFocus } from '../types.ts';

interface StripFocusProps extends LayerFocus {
  readonly lane: number;
  readonly quantity: Quantity;
  readonly layers: number;
  readonly label: string;
  readonly pitch: number;
  readonly top: number;
  readonly idPrefix: string;
  readonly layerLabels: boolean;
}

/**
 * The interactive rows: one tab stop, ↑ ↓ walk, Enter or a click opens. They lie above the picture and do not
 * change with its data; the marked layer is a band below it.
 */
export const StripFocus = memo(function StripFocus(props: StripFocusProps) {
  const { lane, quantity, layers, label, pitch, top, idPrefix, focused, onFocusLayer } = props;
  const marked = focused !== null && focused <= layers ? focused : null;
  return (
    <>
      {marked !== null && (
        <div
          className={styles['band']}
          data-labels={props.layerLabels}
          style={{ insetBlockStart: top + (marked - 1) * pitch, blockSize: pitch }}
        />
      )}
      <fieldset
        className={styles['rows']}
        style={{ insetBlockStart: top, gridAutoRows: `${pitch}px` }}
        aria-label={label}
        onPointerLeave={() => onFocusLayer(null)}
      >
        {Array.from({ length: layers }, (_, i) => (
          <StripRow
            key={i}
            lane={lane}
            layer={i + 1}
            quantity={quantity}
            idPrefix={idPrefix}
            stop={i + 1 === (marked ?? 1)}
            onFocusLayer={onFocusLayer}
            onOpenLayer={props.onOpenLayer}
          />
        ))}
      </fieldset>
    </>
  );
});
