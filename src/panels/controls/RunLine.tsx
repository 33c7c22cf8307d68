import { useI18n } from '../../i18n/I18n.tsx';
import { runStatus } from '../../store/state/selectors.ts';
import { useLateResults, useLateStore } from '../../store/late/useLateStore.ts';
import { useStore } from '../../store/store.ts';
import styles from './RunLine.module.css';

/** The run's progress, its cost, and the kernels it runs on. */
export function RunLine() {
  const { words, format } = useI18n();
  const status = useLateStore(runStatus);
  const lanes = useLateResults();
  const sum = (key: 'done' | 'total' | 'ms'): number =>
    lanes.reduce((before, { shown }) => before + (shown?.[key] ?? 0), 0);
  const draft = lanes.find(({ draftOf }) => draftOf !== null);
  const build = useStore((state) => state.build);
  return (
    <div className={styles['line']}>
      <p>
        {draft?.draftOf != null
          ? words.lab.draft(format.integer(draft.asked.config.batch), format.integer(draft.draftOf))
          : status === 'running'
            ? words.lab.progress(format.integer(sum('done')), format.integer(sum('total')))
            : build !== null &&
              words.lab.measured(format.duration(sum('ms')), words.lab.builds[build])}
      </p>
      {build === 'reference' && <p>{words.lab.slower}</p>}
    </div>
  );
}
