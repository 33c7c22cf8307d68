import type { ReactNode } from 'react';
import { useTurn } from './useTurn.ts';

interface InTurnProps {
  /** Whether to wait for the turn already. */
  readonly wanted?: boolean;
  readonly children: ReactNode;
}

/** Shows its children when their turn has come, in a task of their own. */
export function InTurn({ wanted = true, children }: InTurnProps) {
  return useTurn(wanted) && children;
}
