import type { ReactNode } from 'react';

/** A symbol, formula or name that keeps its own direction inside Persian text. */
export function Ltr({ children }: { readonly children: ReactNode }) {
  return (
    <bdi dir="ltr" lang="en">
      {children}
    </bdi>
  );
}
