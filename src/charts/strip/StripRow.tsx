import { memo } from 'react';
import type { Quantity } from '../../engine/types.ts';
import { spokenId } from './stripContext.ts';
import styles from './strip.module.css';
import { arrowStep } from '../../ui/arrowStep.ts';

interface StripRowProps {
  readonly lane: number;
  readonly layer: number;
  readonly quantity: Quantity;
  readonly idPrefix: string;
  /** Whether this is the row of the lane in the tab order. */
  readonly stop: boolean;
  readonly onFocusLayer: (layer: number) => void;
  readonly onOpenLayer?: ((layer: number) => void) | undefined;
}

/** The layer that a key moves to; null for other keys. */
function layerAfter(key: string, layer: number, last: number): number | null {
  if (key === 'Home') return 1;
  if (key === 'End') return last;
  const [rows = 0] = arrowStep(key) ?? [];
  return rows === 0 ? null : Math.max(1, Math.min(last, layer + rows));
}

/** An interactive row; its accessible description is the `<desc>` of its histogram. */
export const StripRow = memo(function StripRow(props: StripRowProps) {
  const { lane, layer, quantity, idPrefix, stop, onFocusLayer, onOpenLayer } = props;
  return (
    <figure
      className={styles['row']}
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
          const rows = event.currentTarget.closest('fieldset')?.children ?? [];
          const next = layerAfter(event.key, layer, rows.length);
          if (next === null) return;
          event.preventDefault();
          rows[next - 1]?.querySelector('button')?.focus();
        }}
      />
    </figure>
  );
});
