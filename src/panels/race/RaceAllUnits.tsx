import { useLaneNames } from '../lanes/useLaneNames.ts';
import styles from './RaceAllUnits.module.css';
import { RaceUnits } from './RaceUnits.tsx';

/** The symmetry microscope over every lane; `nudge`: with the hand. */
export function RaceAllUnits({ nudge }: { readonly nudge: boolean }) {
  const names = useLaneNames();
  return (
    <div className={styles['units']}>
      {names.map((name, lane) => (
        <RaceUnits
          key={name}
          lane={lane}
          title={names.length > 1 ? name : undefined}
          pushes={nudge}
          titleLevel={2}
        />
      ))}
    </div>
  );
}
