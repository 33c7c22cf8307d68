import { CloserPanel } from '../../panels/details/CloserPanel.tsx';
import { InSight } from '../../panels/lanes/InSight.tsx';
import { LoopPanel } from '../../panels/details/LoopPanel.tsx';
import { WhyPanel } from '../../panels/details/WhyPanel.tsx';
import { later } from '../../ui/later.tsx';
import { InTurn } from '../../ui/InTurn.tsx';

/** Optional: the lab works without it if the network fails. */
const InstrumentsPanel = later(
  async () => (await import('../../panels/instruments/InstrumentsPanel.tsx')).InstrumentsPanel,
  { optional: true },
);

/** The charts below the histograms, shown one by one. */
export function LabCharts({ embedded }: { readonly embedded: boolean }) {
  return (
    <>
      <InTurn>
        <InSight afterLanes>
          <LoopPanel />
        </InSight>
      </InTurn>
      {!embedded && (
        <>
          <InTurn>
            <InSight afterLanes>
              <WhyPanel />
            </InSight>
          </InTurn>
          <InTurn>
            <InSight afterLanes>
              <CloserPanel />
            </InSight>
          </InTurn>
          <InTurn>
            <InSight afterLanes>
              <InstrumentsPanel />
            </InSight>
          </InTurn>
        </>
      )}
    </>
  );
}
