import { useStore } from '../../store/store.ts';
import styles from './RaceAllUnits.module.css';
import { RaceUnits } from './RaceUnits.tsx';

/** The symmetry microscope over every lane. */
export function RaceAllUnits() {
  const lanes = useStore((state) => state.lab.lanes.length);
  return (
    <div className={styles['units']}>
      {Array.from({ length: lanes }, (_, lane) => (
        <RaceUnits key={lane} lane={lane} titleLevel={2} />
      ))}
    </div>
  );
}
