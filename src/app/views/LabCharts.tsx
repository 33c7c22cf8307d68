import type { ReactNode } from 'react';
import { CloserPanel } from '../../panels/details/CloserPanel.tsx';
import { LoopPanel } from '../../panels/details/LoopPanel.tsx';
import { WhyPanel } from '../../panels/details/WhyPanel.tsx';
import { later } from '../../ui/later.tsx';
import { useTurn } from '../../ui/useTurn.ts';

/** Optional: the lab works without it if the network fails. */
const InstrumentsPanel = later(
  async () => (await import('../../panels/instruments/InstrumentsPanel.tsx')).InstrumentsPanel,
  { optional: true },
);

function InTurn({ children }: { readonly children: ReactNode }) {
  return useTurn() && children;
}

/** The charts below the histograms, shown one by one. */
export function LabCharts({ embedded }: { readonly embedded: boolean }) {
  return (
    <>
      <InTurn>
        <LoopPanel />
      </InTurn>
      {!embedded && (
        <>
          <InTurn>
            <WhyPanel />
          </InTurn>
          <InTurn>
            <CloserPanel />
          </InTurn>
          <InTurn>
            <InstrumentsPanel />
          </InTurn>
        </>
      )}
    </>
  );
}
