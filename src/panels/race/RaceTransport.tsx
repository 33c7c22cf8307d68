import {
  ChevronLeft,
  ChevronRight,
  Pause,
  Play,
  RotateCcw,
  SkipForward,
  Square,
} from 'lucide-react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { farthest } from '../../store/race/playback.ts';
import { isHalted, SPEEDS } from '../../store/race/raceSlice.ts';
import { runStatus } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { useBusyPage } from '../../ui/whenNear.ts';
import { RaceCost } from './RaceCost.tsx';
import { RaceProgress } from './RaceProgress.tsx';
import { RaceScrub } from './RaceScrub.tsx';
import { RaceStart } from './RaceStart.tsx';
import styles from './RaceTransport.module.css';
import { useRaceSeconds } from './useRaceSeconds.ts';

interface RaceTransportProps {
  /** Only play, restart, scrub and speed, for the lesson. */
  readonly brief?: boolean;
}

/** Play, pause, step and scrub: moves the playhead of all charts of the race. */
export function RaceTransport({ brief = false }: RaceTransportProps) {
  const { format, dir } = useI18n();
  const race = useRaceWords();
  const steps = useStore((state) => state.train.steps);
  const over = useStore((state) => Math.round(state.playhead) >= state.train.steps);
  const playing = useStore((state) => state.playing);
  const speed = useStore((state) => state.speed);
  const stopAt = useStore((state) => state.stopAt);
  const running = useStore((state) => runStatus(state) === 'running');
  const halted = useStore((state) => state.races.some(isHalted));
  useBusyPage(playing || running);
  const setPlay = useStore((state) => state.setPlay);
  const restart = useStore((state) => state.restart);
  const waits = useStore((state) => state.start === 'on-request');
  const move = (by: number): void => {
    const state = useStore.getState();
    const next = Math.max(0, Math.round(state.playhead) + by);
    setPlay({ playing: false, playhead: Math.min(farthest(state), next) });
  };
  if (waits) return <RaceStart />;
  return (
    <section className={styles['transport']} data-brief={brief} aria-label={race.play}>
      {/* Time runs left to right as in the charts below; the symbols of a player are not mirrored. */}
      <div className={styles['row']} dir="ltr">
        <Button
          kind="strong"
          data-action="play"
          onClick={() => (over ? restart() : setPlay({ playing: !playing }))}
        >
          {playing && !over ? (
            <Pause aria-hidden size="1.1em" />
          ) : (
            <Play aria-hidden size="1.1em" />
          )}
          {playing && !over ? race.pause : race.play}
        </Button>
        {!brief && (
          <>
            <Button
              kind="quiet"
              data-action="step-back"
              aria-label={race.back}
              title={race.back}
              onClick={() => move(-1)}
            >
              <ChevronLeft aria-hidden size="1.2em" />
            </Button>
            <Button
              kind="quiet"
              data-action="step-on"
              aria-label={race.forward}
              title={race.forward}
              onClick={() => move(1)}
            >
              <ChevronRight aria-hidden size="1.2em" />
            </Button>
          </>
        )}
        <Button kind="quiet" data-action="restart" onClick={restart}>
          <RotateCcw aria-hidden size="1em" />
          {race.restart}
        </Button>
        <Button
          kind="quiet"
          data-action="to-end"
          disabled={over}
          onClick={() => setPlay({ playing: running, playhead: farthest(useStore.getState()) })}
        >
          <SkipForward aria-hidden size="1.1em" />
          {race.toEnd}
        </Button>
        {!halted && (
          <Button
            kind="quiet"
            data-action="stop"
            disabled={!running}
            onClick={() => useStore.getState().stopRaces()}
          >
            <Square aria-hidden size="0.9em" />
            {race.stop}
          </Button>
        )}
        {halted && (
          <Button kind="quiet" data-action="go-on" onClick={() => useStore.getState().goOn()}>
            {race.goOn}
          </Button>
        )}
        <Choice
          bare
          label={race.pace}
          control="pace"
          value={speed}
          options={SPEEDS.map((each) => ({ value: each, label: race.paces[each] }))}
          onChange={(next) => setPlay({ speed: next })}
        />
        {!brief && (
          <span className={styles['stopAt']} dir={dir}>
            <span id="stop-at">{race.stopAt}</span>
            <NumberBox
              value={stopAt ?? 0}
              text={stopAt === null ? race.noStop : format.integer(stopAt)}
              min={0}
              max={steps}
              labelledBy="stop-at"
              step={(from, direction) => from + 10 * direction}
              onChange={(next) => setPlay({ stopAt: next === 0 ? null : Math.round(next) })}
            />
          </span>
        )}
      </div>
      <RaceScrub />
      {!brief && (
        <>
          <RaceCost />
          <RaceProgress />
        </>
      )}
      {brief && <LongRaceProgress />}
    </section>
  );
}

/** The progress of a race that takes long; the estimate takes a while, so it is made only where it is needed. */
function LongRaceProgress() {
  return useRaceSeconds().isLong && <RaceProgress />;
}
