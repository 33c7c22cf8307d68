import { DepthSlider } from '../../panels/controls/DepthSlider.tsx';
import { RiverPanel } from '../../panels/lanes/RiverPanel.tsx';
import styles from './Start.module.css';

/** One signal through the four starts, as deep as the reader wants. */
export function StartRiver() {
  return (
    <>
      <RiverPanel />
      <div className={styles['depth']}>
        <DepthSlider />
      </div>
    </>
  );
}
