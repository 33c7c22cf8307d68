import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { farthest } from '../../store/race/playback.ts';
import { useStore } from '../../store/store.ts';
import styles from './RaceTransport.module.css';

/** Where the playhead is; apart from the buttons, which are not rendered again while it moves. */
export function RaceScrub() {
  const { format } = useI18n();
  const race = useRaceWords();
  const playhead = useStore((state) => Math.round(state.playhead));
  const steps = useStore((state) => state.train.steps);
  const setPlay = useStore((state) => state.setPlay);
  const text = race.atStep(format.integer(playhead), format.integer(steps));
  return (
    <div className={styles['scrub']} dir="ltr">
      <input
        type="range"
        data-control="scrub"
        aria-label={race.scrub}
        aria-valuetext={text}
        min={0}
        max={steps}
        value={playhead}
        style={{ '--filled': `${(playhead / steps) * 100}%` }}
        onChange={(event) => {
          const wanted = Number(event.target.value);
          setPlay({ playing: false, playhead: Math.min(farthest(useStore.getState()), wanted) });
        }}
      />
      <output className={styles['at']} data-playhead={playhead}>
        <bdi>{text}</bdi>
      </output>
    </div>
  );
}
