import { useWords } from '../../i18n/I18n.tsx';
import { ByLayerFigure, decadesOf } from './ByLayerFigure.tsx';
import type { ByLayer } from './ByLayerFigure.tsx';
import type { PaperView } from './paperView.ts';
import styles from './paper.module.css';

interface LoopFigureProps {
  readonly view: PaperView;
  readonly forward: ByLayer['of'];
  readonly backward: ByLayer['of'];
}

/** Signal and gradient side by side, over the same decades. */
export function LoopFigure({ view, forward, backward }: LoopFigureProps) {
  const { charts } = useWords();
  const axis = decadesOf(view, [forward, backward]);
  const half: PaperView = { ...view, width: 'half' };
  return (
    <div className={styles['columns']} dir="ltr" style={{ gridTemplateColumns: '1fr 1fr' }}>
      <div>
        <p>
          <bdi>{charts.spreadForwardY}</bdi> →
        </p>
        <ByLayerFigure view={half} plot={{ of: forward, direction: 'forward', axis }} />
      </div>
      <div>
        <p>
          ← <bdi>{charts.spreadBackwardY}</bdi>
        </p>
        <ByLayerFigure view={half} plot={{ of: backward, direction: 'backward', axis }} />
      </div>
    </div>
  );
}
