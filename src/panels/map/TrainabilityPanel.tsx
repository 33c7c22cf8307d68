import { useEffect, useMemo, useState } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { TrainabilityCells } from '../../charts/map/TrainabilityCells.tsx';
import {
  cellsOf,
  TRAINABILITY_DEPTHS,
  TRAINABILITY_VARIANCES,
} from '../../engine/map/trainability.ts';
import type { TrainabilityGrid, TrainabilityResult } from '../../engine/map/trainability.ts';
import { laneAt } from '../../engine/map/mapPoint.ts';
import { printQuery } from '../../engine/lab/query.ts';
import { printTrain } from '../../engine/lab/trainSettings.ts';
import { leftToRight } from '../../i18n/bidi.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useMapWords } from '../../i18n/map/words.ts';
import { useMap } from '../../store/map/mapStore.ts';
import { useStore } from '../../store/store.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { TrainabilityControls } from './TrainabilityControls.tsx';
import type { GridSize } from './TrainabilityControls.tsx';
import { usePoint } from './usePoint.ts';
import styles from './map.module.css';

interface TrainabilityPanelProps {
  /** Address of the page of races, given a link's query. */
  readonly raceHref: (query: string) => string;
}

/** A grid of depth × σ_w² in which every cell is a short race, with the edge that theory predicts. */
export function TrainabilityPanel({ raceHref }: TrainabilityPanelProps) {
  const { words, format, dir } = useI18n();
  const map = useMapWords();
  const figureNumbers = useFigureNumbers();
  const lab = useStore((state) => state.lab);
  const train = useStore((state) => state.train);
  const [point] = usePoint();
  const trainability = useMap((state) => state.trainability);
  const edge = useMap((state) => state.edge);
  const findEdge = useMap((state) => state.findEdge);
  const [size, setSize] = useState<GridSize>({ width: '32', seeds: '1' });
  const next = useMemo(
    (): TrainabilityGrid => ({
      lab: {
        ...lab,
        settings: { ...lab.settings, width: Number(size.width), in: null, out: null },
      },
      train: { ...train, rescues: [], nudge: null },
      biasVariance: point?.biasVariance ?? 0,
      depths: TRAINABILITY_DEPTHS,
      weightVariances: TRAINABILITY_VARIANCES,
      seeds: Number(size.seeds),
    }),
    [lab, train, point?.biasVariance, size],
  );
  // A trained grid keeps the settings it was requested with, even if the controls have changed.
  const grid = trainability?.grid ?? next;
  const results = trainability?.results ?? [];
  const all = cellsOf(grid).length;
  const { act } = grid.lab.settings;
  useEffect(() => {
    // While the point is dragged, computes only where it comes to rest.
    const timer = setTimeout(() => findEdge(act, grid.biasVariance), 200);
    return () => clearTimeout(timer);
  }, [findEdge, act, grid.biasVariance]);
  const cellText = (result: TrainabilityResult | null): string => {
    if (result === null) return '';
    if (result.medianStep === null) return result.diverged > 0 ? '∞' : '–';
    const share =
      result.seeds > 1 ? ` ${format.integer(result.learned)}/${format.integer(result.seeds)}` : '';
    return format.integer(result.medianStep) + share;
  };
  const outcome = (result: TrainabilityResult | null): string => {
    if (result === null) return map.notYet;
    if (result.medianStep !== null) return map.learnedAt(format.integer(result.medianStep));
    return result.diverged > 0 ? map.diverged : map.notLearned;
  };
  const query = (depth: number, weightVariance: number): string => {
    const { biasVariance } = grid;
    const settings = { ...grid.lab.settings, depth };
    const race = { settings, seeds: 1, lanes: [laneAt({ weightVariance, biasVariance })] };
    return printQuery(race, printTrain(grid.train));
  };
  const learned = results.filter(({ learned: count }) => count > 0).length;
  return (
    <FigureFrame
      chart="trainability"
      titleLevel={2}
      title={map.train}
      summary={map.trainSummary(
        format.integer(learned),
        format.integer(results.length),
        format.integer(all),
      )}
      caption={map.trainCaption(
        format.plain(grid.train.lr),
        format.integer(grid.train.steps),
        map.seedsOf(format.integer(grid.seeds)),
        format.plain(grid.biasVariance),
      )}
      numbers={
        results.length === 0
          ? undefined
          : figureNumbers({
              caption: map.train,
              columns: [
                { id: 'depth', title: words.lab.depth },
                { id: 'weight', title: leftToRight('σ_w²') },
                { id: 'learned', title: map.train },
              ],
              rows: () =>
                results.map((result) => ({
                  id: `${result.depth} ${result.weightVariance}`,
                  title: format.integer(result.depth),
                  cells: [
                    <HtmlNumber key="w" text={format.number(result.weightVariance)} />,
                    outcome(result),
                  ],
                })),
              raw: () =>
                results.map((result) => [
                  result.depth,
                  result.weightVariance,
                  result.learned,
                  result.seeds,
                  result.medianStep ?? '',
                ]),
            })
      }
    >
      <div className={styles['train']} dir={dir}>
        <p className={styles['lead']}>{map.trainLead}</p>
        <TrainabilityControls next={next} size={size} onSize={setSize} />
        <TrainabilityCells
          depths={grid.depths}
          weightVariances={grid.weightVariances}
          results={results}
          edge={edge}
          depthText={(depth) => format.integer(depth)}
          varianceText={(variance) => format.plain(variance)}
          text={cellText}
          said={(depth, variance, result) =>
            `${map.cell(format.integer(depth), format.plain(variance))}: ${outcome(result)}`
          }
          href={(depth, variance) => raceHref(query(depth, variance))}
          corner={map.depth}
          label={map.train}
        />
        <p className={styles['axis']} dir="ltr">
          {map.weightVariance}
        </p>
      </div>
    </FigureFrame>
  );
}
