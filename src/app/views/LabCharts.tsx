import { lazy, Suspense, useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { CloserPanel } from '../../panels/CloserPanel.tsx';
import { SpreadPanel } from '../../panels/SpreadPanel.tsx';
import { WhyPanel } from '../../panels/WhyPanel.tsx';
import { inTurn } from '../../ui/inTurn.ts';
import { useUnfinished } from '../../ui/unfinished.ts';
import styles from './Lab.module.css';

/** The lab stands without it where the network fails. */
const InstrumentsPanel = lazy<ComponentType>(() =>
  import('../../panels/instruments/InstrumentsPanel.tsx').catch(() => ({ default: () => null })),
);

const Pair = () => (
  <div className={styles['pair']}>
    <SpreadPanel direction="forward" />
    <SpreadPanel direction="backward" />
  </div>
);

const Instruments = () => (
  <Suspense>
    <InstrumentsPanel />
  </Suspense>
);

const ALL = [Pair, WhyPanel, CloserPanel, Instruments] as const;
const EMBEDDED = [Pair] as const;

/** The charts below the histograms, each in a turn of its own: a slow device answers a finger in between. */
export default function LabCharts({ embedded }: { readonly embedded: boolean }) {
  const charts = embedded ? EMBEDDED : ALL;
  const [shown, setShown] = useState(1);
  useUnfinished(shown < charts.length);
  useEffect(() => {
    if (shown >= charts.length) return undefined;
    return inTurn(() => setShown(shown + 1));
  }, [shown, charts]);
  return charts.slice(0, shown).map((Chart) => <Chart key={ALL.indexOf(Chart)} />);
}
