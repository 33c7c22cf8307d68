import { useEffect, useState } from 'react';
import { DepthSlider } from '../../panels/controls/DepthSlider.tsx';
import { useStore } from '../../store/store.ts';
import { later } from '../../ui/later.tsx';
import { whenUnhurried } from '../../ui/whenNear.ts';
import { FirstRiver, HAS_PICTURE } from './FirstRiver.tsx';
import styles from './Start.module.css';

// Loads Recharts. Optional: the page works without it if the network fails.
const RiverPanel = later(
  async () => (await import('../../panels/lanes/RiverPanel.tsx')).RiverPanel,
  { optional: true, place: <FirstRiver /> },
);

/**
 * One signal through four initializations, to a depth that the reader chooses. The first picture stays until the lab
 * changes, the reader points at it, or the page is idle.
 */
export function StartRiver() {
  const lab = useStore((state) => state.lab);
  const [first] = useState(lab);
  const [wanted, setWanted] = useState(!HAS_PICTURE);
  const show = (): void => setWanted(true);
  useEffect(() => whenUnhurried(() => setWanted(true)), []);
  return (
    <>
      <div onPointerEnter={show} onFocus={show}>
        {wanted || lab !== first ? <RiverPanel /> : <FirstRiver />}
      </div>
      <div className={styles['depth']}>
        <DepthSlider min={5} />
      </div>
    </>
  );
}
