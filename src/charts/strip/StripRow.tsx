import { memo } from 'react';
import type { Quantity } from '../../engine/types.ts';
import { spokenId } from './stripContext.ts';
import styles from './strip.module.css';

interface StripRowProps {
  readonly lane: number;
  readonly layer: number;
  readonly layers: number;
  readonly quantity: Quantity;
  readonly pitch: number;
  readonly idPrefix: string;
  /** The one row of the lane that Tab stops at. */
  readonly stop: boolean;
  readonly onFocusLayer: (layer: number) => void;
  readonly onOpenLayer?: ((layer: number) => void) | undefined;
}

const MOVES: Readonly<Record<string, (layer: number, last: number) => number>> = {
  ArrowDown: (layer, last) => Math.min(last, layer + 1),
  ArrowUp: (layer) => Math.max(1, layer - 1),
  Home: () => 1,
  End: (_, last) => last,
};

/** A row as a thing to point at; its words are the `<desc>` of its histogram. */
export const StripRow = memo(function StripRow(props: StripRowProps) {
  const { lane, layer, layers, quantity, pitch, idPrefix, stop, onFocusLayer, onOpenLayer } = props;
  return (
    <figure
      className={styles['row']}
      style={{ blockSize: pitch }}
      data-chart="layer-histogram"
      data-lane={lane}
      data-layer={layer}
      data-quantity={quantity}
      onPointerEnter={() => onFocusLayer(layer)}
    >
      <button
        type="button"
        className={styles['target']}
        tabIndex={stop ? 0 : -1}
        aria-labelledby={spokenId(idPrefix, layer)}
        onFocus={() => onFocusLayer(layer)}
        onClick={() => onOpenLayer?.(layer)}
        onKeyDown={(event) => {
          const next = MOVES[event.key]?.(layer, layers);
          if (next === undefined) return;
          event.preventDefault();
          const rows = event.currentTarget.closest('fieldset')?.children;
          rows?.[next - 1]?.querySelector('button')?.focus();
        }}
      />
    </figure>
  );
});
