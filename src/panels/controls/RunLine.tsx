import { useI18n } from '../../i18n/I18n.tsx';
import { runStatus } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import styles from './RunLine.module.css';

/** The run's progress, its cost, and the kernels it runs on. */
export function RunLine() {
  const { words, format } = useI18n();
  const status = useStore(runStatus);
  const done = useStore((state) =>
    state.lanes.reduce((sum, lane) => sum + (lane.shown?.done ?? 0), 0),
  );
  const total = useStore((state) =>
    state.lanes.reduce((sum, lane) => sum + (lane.shown?.total ?? 0), 0),
  );
  const ms = useStore((state) => state.lanes.reduce((sum, lane) => sum + (lane.shown?.ms ?? 0), 0));
  const build = useStore((state) => state.build);
  return (
    <div className={styles['line']}>
      <p>
        {status === 'running'
          ? words.lab.progress(format.integer(done), format.integer(total))
          : build !== null && words.lab.measured(format.duration(ms), words.lab.builds[build])}
      </p>
      {build === 'reference' && <p>{words.lab.slower}</p>}
    </div>
  );
}
