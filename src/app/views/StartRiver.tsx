import { DepthSlider } from '../../panels/controls/DepthSlider.tsx';
import { RiverPanel } from '../../panels/lanes/RiverPanel.tsx';
import styles from './Start.module.css';

/** One signal through four initializations, to a depth that the reader chooses. */
export function StartRiver() {
  return (
    <>
      <RiverPanel />
      <div className={styles['depth']}>
        <DepthSlider min={5} />
      </div>
    </>
  );
}
