import type { ComponentType } from 'react';

/** A tooltip may extend beyond the lower edge of the chart. */
export const UNDER = { x: false, y: true } as const;

interface TipAtProps {
  readonly Tip: ComponentType<{ readonly at: number }>;
  /** Given by Recharts, which clones this element. */
  readonly active?: boolean;
  readonly label?: string | number;
}

/** Shows `Tip` for the x value selected by the pointer or the arrow keys. */
export function TipAt({ Tip, active, label }: TipAtProps) {
  return active === true && label !== undefined ? <Tip at={Number(label)} /> : null;
}
