import type { ReactNode } from 'react';
import { useTurn } from './useTurn.ts';

/** Shows its children when their turn has come, in a task of their own. */
export function InTurn({ children }: { readonly children: ReactNode }) {
  return useTurn() && children;
}
