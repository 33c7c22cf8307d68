import type { ReactNode } from 'react';

/** A symbol, formula or name, kept left to right inside Persian text. */
export function Ltr({ children }: { readonly children: ReactNode }) {
  return (
    <bdi dir="ltr" lang="en">
      {children}
    </bdi>
  );
}
