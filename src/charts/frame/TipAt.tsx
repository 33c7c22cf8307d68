import type { ComponentType } from 'react';

/** A tip may leave the chart downwards. */
export const UNDER = { x: false, y: true } as const;

interface TipAtProps {
  readonly Tip: ComponentType<{ readonly at: number }>;
  /** Given by Recharts, which clones this element. */
  readonly active?: boolean;
  readonly label?: string | number;
}

/** Shows `Tip` at the x value the pointer or the arrow keys are at. */
export function TipAt({ Tip, active, label }: TipAtProps) {
  return active === true && label !== undefined ? <Tip at={Number(label)} /> : null;
}
