import { useState } from 'react';
import { FansPicture } from '../../../charts/fans/FansPicture.tsx';
import { joinedChannels, joinedCount, middleOf, wiringOf } from '../../../charts/fans/wiring.ts';
import type { Place, Wiring } from '../../../charts/fans/wiring.ts';
import { FigureFrame } from '../../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../../charts/frame/useChartSize.ts';
import { fans } from '../../../engine/rules/fans.ts';
import type { FansOf } from '../../../engine/rules/fans.ts';
import { useI18n } from '../../../i18n/I18n.tsx';
import { useFansWords } from '../../../i18n/fans/words.ts';
import { FansControls } from './FansControls.tsx';
import { LibraryTable, RuleTable } from './FansTables.tsx';
import styles from './FansPanel.module.css';

/** The marked place if the changed layer still has it, else the middle of the same side. */
function kept(wiring: Wiring, at: Place | null): Place {
  if (at === null) return middleOf(wiring, 'output');
  const size = wiring.places[at.side];
  const exists = at.channel < wiring.channels[at.side] && at.row < size && at.column < size;
  return exists ? at : middleOf(wiring, at.side);
}

/** A 3 × 3 convolution from a colour photograph to 64 channels. */
const PHOTOGRAPH: FansOf = { kind: 'conv', inputs: 3, outputs: 64, kernel: 3 };

interface FansPanelProps {
  /** The layer shown first. */
  readonly initial?: FansOf;
  readonly titleLevel?: 2 | 3;
}

/** Fan-in and fan-out of any layer, a picture that explains them, and what every rule draws for them. */
export function FansPanel({ initial = PHOTOGRAPH, titleLevel = 2 }: FansPanelProps) {
  const { format, dir } = useI18n();
  const words = useFansWords();
  const [layer, setLayer] = useState(initial);
  const [pointed, setPointed] = useState<Place | null>(null);
  const [ref, size] = useChartSize();
  const wiring = wiringOf(layer);
  const at = kept(wiring, pointed);
  const { fanIn, fanOut } = fans(layer);
  const count = joinedCount(wiring, at);
  const channels = joinedChannels(wiring, at);
  const away = at.side === 'output' ? fanIn : fanOut;
  const said = (at.side === 'output' ? words.output : words.input)(format.integer(count));
  const strided = layer.kind !== 'dense' && (layer.stride ?? 1) > 1;
  const why = (strided ? words.mean : words.border)(format.plain(away));
  return (
    <FigureFrame
      chart="fans"
      title={words.title}
      titleLevel={titleLevel}
      summary={`${said} ${why}`}
    >
      <div className={styles['panel']} dir={dir}>
        <FansControls layer={layer} onChange={setLayer} />
        <div className={styles['body']}>
          <div>
            <div ref={ref} className={styles['picture']} dir="ltr">
              {size !== null && (
                <FansPicture
                  wiring={wiring}
                  at={at}
                  onAt={setPointed}
                  size={size}
                  titles={words.sides}
                  more={(more) => words.more(format.integer(more))}
                  label={`${said} ${words.hint}`}
                />
              )}
            </div>
            {layer.kind !== 'dense' && (
              <p className={styles['product']}>
                {words.product(
                  format.integer(count / channels),
                  format.integer(channels),
                  format.integer(count),
                )}
              </p>
            )}
            <p className={styles['said']} aria-live="polite">
              <strong>{said}</strong> {count !== away && why}
            </p>
            <p className={styles['hint']} data-detail>
              {words.hint}
            </p>
          </div>
          <div data-detail>
            <RuleTable layer={layer} />
          </div>
        </div>
        <div data-detail>
          <LibraryTable layer={layer} />
          <p className={styles['hint']}>{words.caption}</p>
        </div>
      </div>
    </FigureFrame>
  );
}
