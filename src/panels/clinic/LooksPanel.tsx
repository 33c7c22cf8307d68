import { useCallback, useEffect, useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useClinicWords } from '../../i18n/clinic/words.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { SimilarityPanel } from '../details/SimilarityPanel.tsx';
import { SpreadPanel } from '../details/SpreadPanel.tsx';
import { LaneAlias } from '../lanes/laneAlias.ts';
import { LanesPanel } from '../lanes/LanesPanel.tsx';
import { RaceCurve } from '../race/RaceCurve.tsx';
import { UnitCounts } from './UnitCounts.tsx';
import styles from './LooksPanel.module.css';

const LOOKS = ['units', 'histograms', 'gradients', 'similarity', 'race'] as const;
export type Look = (typeof LOOKS)[number];

/** The panel of one look. */
function Shown({ look }: { readonly look: Look }) {
  switch (look) {
    case 'units':
      return <UnitCounts />;
    case 'histograms':
      return <LanesPanel editable={false} />;
    case 'gradients':
      return <SpreadPanel direction="backward" titleLevel={2} />;
    case 'similarity':
      return <SimilarityPanel titleLevel={2} />;
    case 'race':
      return <RaceCurve value="loss" />;
  }
}

interface LooksPanelProps {
  /** The look that shows the cause. */
  readonly tells: Look;
  readonly revealed: boolean;
}

/**
 * Networks that do not learn, and five looks at them; each is shown, and counted, once its button is pressed. With the
 * answer, the one that tells is shown first and costs nothing.
 */
export function LooksPanel({ tells, revealed }: LooksPanelProps) {
  const { format } = useI18n();
  const own = useClinicWords();
  const setPlay = useStore((state) => state.setPlay);
  const count = useStore((state) => state.lab.lanes.length);
  const [paid, setPaid] = useState<readonly Look[]>([]);
  const rest = paid.toReversed();
  const shown = revealed ? [tells, ...rest.filter((look) => look !== tells)] : rest;
  // Makes the inspector put the layers at the playhead into `lanes`, where the lab's panels read them.
  useEffect(() => setPlay({ inside: 'layers' }), [setPlay]);
  const alias = useCallback(
    (index: number) => (count === 1 ? own.patient : own.patients(format.integer(index + 1))),
    [count, own, format],
  );
  return (
    <section className={styles['looks']} data-looks={paid.length}>
      <div className={styles['bar']}>
        <h2>{own.title}</h2>
        {LOOKS.map((look) => (
          <Button
            key={look}
            data-look={look}
            aria-pressed={shown.includes(look)}
            disabled={shown.includes(look)}
            onClick={() => setPaid((before) => [...before, look])}
          >
            {own.looks[look]}
          </Button>
        ))}
        <p aria-live="polite">
          {own.paid(format.integer(paid.length), format.integer(LOOKS.length))}
        </p>
      </div>
      <LaneAlias value={alias}>
        {shown.map((look) => (
          <Shown key={look} look={look} />
        ))}
      </LaneAlias>
    </section>
  );
}
