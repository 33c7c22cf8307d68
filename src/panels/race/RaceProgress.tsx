import { useEffect, useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { runStatus } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import type { State } from '../../store/state/types.ts';
import styles from './RaceTransport.module.css';

/** Share of all steps of all lanes and seeds that has been computed. */
function computedShare({ races, lab, train }: State): number {
  const all = races.length * lab.seeds * train.steps;
  const done = races.reduce((sum, { records, outcome, manySeeds }) => {
    const own = outcome !== null ? train.steps : (records.at(-1)?.step ?? 0);
    return sum + own + (manySeeds?.results.length ?? 0) * train.steps;
  }, 0);
  return all === 0 ? 0 : Math.min(1, done / all);
}

/** Progress of the computation and the time left; the playhead moves independently of its end. */
export function RaceProgress() {
  const { format } = useI18n();
  const race = useRaceWords();
  const status = useStore(runStatus);
  const share = useStore((state) => Math.floor(computedShare(state) * 100) / 100);
  const [clock, setClock] = useState({ spent: 0, from: 0 });
  useEffect(() => {
    if (status !== 'running') return undefined;
    const start = performance.now();
    const from = computedShare(useStore.getState());
    const tick = (): void => setClock({ spent: performance.now() - start, from });
    const timer = setInterval(tick, 250);
    return () => {
      clearInterval(timer);
      tick();
    };
  }, [status]);
  const { spent, from } = clock;
  const gained = share - from;
  const left = gained > 0 ? (spent * (1 - share)) / gained : null;
  return (
    <p className={styles['progress']} aria-live="off" data-progress={share}>
      {status === 'running' &&
        race.computing(format.percent(share), left === null ? '…' : format.duration(left))}
      {status === 'done' && spent > 0 && race.computed(format.duration(spent))}
      {status === 'idle' && race.stopped}
    </p>
  );
}
