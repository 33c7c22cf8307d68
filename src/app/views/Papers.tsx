import { useEffect } from 'react';
import { TARGET_GROUPS } from '../../engine/targets/targets.ts';
import type { TargetGroupId } from '../../engine/targets/targets.ts';
import { usePapersWords } from '../../i18n/papers/words.ts';
import { useTargets } from '../../store/targets/targetsStore.ts';
import { RunAll } from '../papers/RunAll.tsx';
import { SlideClaims } from '../papers/SlideClaims.tsx';
import { TargetRow } from '../papers/TargetRow.tsx';
import rows from '../papers/papers.module.css';
import styles from './Weights.module.css';

const GROUP_IDS = Object.keys(TARGET_GROUPS).filter(
  (id): id is TargetGroupId => id in TARGET_GROUPS,
);

/** Claims of papers and of the lecture, checked on this device. */
export function Papers({ item }: { readonly item: string | null }) {
  const words = usePapersWords();
  const cancel = useTargets((state) => state.cancel);
  // Cancels running computations when the page is left.
  useEffect(() => cancel, [cancel]);
  return (
    <div className={styles['page']}>
      <header>
        <h1 className={styles['title']}>{words.title}</h1>
        <p className={styles['lead']}>{words.lead}</p>
      </header>
      <RunAll />
      {GROUP_IDS.map((id) => (
        <section key={id} className={rows['group']}>
          <h2>{words.groups[id]}</h2>
          {TARGET_GROUPS[id].map((target) => (
            <TargetRow key={target.id} target={target} isNamed={item === target.id} />
          ))}
        </section>
      ))}
      <SlideClaims />
    </div>
  );
}
