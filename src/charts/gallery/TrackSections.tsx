import { FigureFrame } from '../frame/FigureFrame.tsx';
import { RaceTracks } from '../race/RaceTracks.tsx';
import type { TrackLane } from '../race/tracksContext.ts';
import type { LayerFocus } from '../types.ts';
import { useChartSize } from '../frame/useChartSize.ts';
import { HE, OTHER, RANDOM, XAVIER, ZERO } from './lanes.ts';
import { format, words } from './words.ts';
import styles from './gallery.module.css';

const STEPS = Array.from({ length: 21 }, (_, i) => i * 50);

type Course = (step: number) => readonly [share: number, gradient: number];

const lane = (
  look: Pick<TrackLane, 'name' | 'tone' | 'dash'>,
  index: number,
  upTo: number,
  course: Course,
): TrackLane => {
  const steps = STEPS.filter((step) => step <= upTo);
  const shares = steps.map((step) => course(step)[0]);
  const learned = shares.findIndex((share) => share >= 0.95);
  return {
    ...look,
    lane: index,
    stale: false,
    steps,
    shares,
    gradients: steps.map((step) => course(step)[1]),
    learnedAt: steps[learned] ?? null,
    failed: upTo === 1000 && learned < 0,
  };
};

const lanes = (upTo: number): readonly TrackLane[] => [
  lane(ZERO, 0, upTo, () => [0.5, 0]),
  lane(RANDOM, 1, upTo, (step) => [0.5 + 0.04 * Math.sin(step), 1e-8]),
  lane(XAVIER, 2, upTo, (step) => [Math.min(1, 0.5 + (step / 900) ** 3), 1e-4 * (1 + step / 50)]),
  lane(HE, 3, upTo, (step) => [Math.min(1, 0.5 + step / 400), 0.02]),
  lane(OTHER, 4, Math.min(upTo, 300), (step) => [0.5, step > 250 ? Infinity : 0.5 + step]),
];

function Tracks({ upTo }: { readonly upTo: number }) {
  const [ref, size] = useChartSize();
  return (
    <FigureFrame chart="race-tracks" title={words.tracksTitle} summary="">
      <div ref={ref}>
        {size !== null && (
          <RaceTracks
            lanes={lanes(upTo)}
            steps={1000}
            chance={0.5}
            scrub={upTo}
            onScrub={() => undefined}
            front={() => null}
            xTitle={words.stepTitle}
            label={words.tracksTitle}
            size={size}
            format={format}
            words={words.tracks}
          />
        )}
      </div>
    </FigureFrame>
  );
}

export function TrackSections(_: LayerFocus) {
  return (
    <div className={styles['pair']}>
      <Tracks upTo={0} />
      <Tracks upTo={400} />
      <Tracks upTo={1000} />
    </div>
  );
}
