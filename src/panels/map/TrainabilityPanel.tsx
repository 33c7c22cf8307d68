import { useEffect, useMemo, useState } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { TrainabilityCells } from '../../charts/map/TrainabilityCells.tsx';
import {
  cellsOf,
  gridFlops,
  TRAINABILITY_DEPTHS,
  TRAINABILITY_VARIANCES,
} from '../../engine/map/trainability.ts';
import type { TrainabilityGrid, TrainabilityResult } from '../../engine/map/trainability.ts';
import { laneAt } from '../../engine/map/mapPoint.ts';
import { printQuery } from '../../engine/lab/query.ts';
import { printTrain } from '../../engine/lab/trainSettings.ts';
import { secondsOf } from '../../engine/train/cost.ts';
import { leftToRight } from '../../i18n/bidi.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useMapWords } from '../../i18n/map/words.ts';
import { useMap } from '../../store/map/mapStore.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { usePoint } from './usePoint.ts';
import styles from './map.module.css';

const WIDTHS = ['32', '64'] as const;
const SEEDS = ['1', '3'] as const;

interface TrainabilityPanelProps {
  /** The address of a race. */
  readonly raceHref: (query: string) => string;
}

/** Depth × σ_w²: every cell a short race, and the edge theory predicts. */
export function TrainabilityPanel({ raceHref }: TrainabilityPanelProps) {
  const { words, format, dir } = useI18n();
  const map = useMapWords();
  const figureNumbers = useFigureNumbers();
  const lab = useStore((state) => state.lab);
  const train = useStore((state) => state.train);
  const [point] = usePoint();
  const trainability = useMap((state) => state.trainability);
  const start = useMap((state) => state.train);
  const edge = useMap((state) => state.edge);
  const findEdge = useMap((state) => state.findEdge);
  const cancel = useMap((state) => state.cancelTraining);
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>('32');
  const [seeds, setSeeds] = useState<(typeof SEEDS)[number]>('1');
  const next = useMemo(
    (): TrainabilityGrid => ({
      lab: { ...lab, settings: { ...lab.settings, width: Number(width), in: null, out: null } },
      train: { ...train, rescues: [], nudge: null },
      biasVariance: point?.biasVariance ?? 0,
      depths: TRAINABILITY_DEPTHS,
      weightVariances: TRAINABILITY_VARIANCES,
      seeds: Number(seeds),
    }),
    [lab, train, point?.biasVariance, width, seeds],
  );
  const running = trainability?.status === 'running';
  // What has been trained stays as it was asked, whatever the controls say by now.
  const grid = trainability?.grid ?? next;
  const results = trainability?.results ?? [];
  const all = cellsOf(grid).length;
  const { act } = grid.lab.settings;
  useEffect(() => {
    // While the point is dragged, only where it comes to rest.
    const timer = setTimeout(() => findEdge(act, grid.biasVariance), 200);
    return () => clearTimeout(timer);
  }, [findEdge, act, grid.biasVariance]);
  const seconds = secondsOf(gridFlops(next), navigator.hardwareConcurrency || 1);
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
        <div className={styles['bar']}>
          <Choice
            label={map.trainWidth}
            control="train-width"
            value={width}
            options={WIDTHS.map((value) => ({ value, label: format.integer(Number(value)) }))}
            onChange={setWidth}
          />
          <Choice
            label={map.trainSeeds}
            control="train-seeds"
            value={seeds}
            options={SEEDS.map((value) => ({ value, label: format.integer(Number(value)) }))}
            onChange={setSeeds}
          />
          {running ? (
            <Button data-action="cancel-cells" onClick={cancel}>
              {map.cancel}
            </Button>
          ) : (
            <Button kind="strong" data-action="train-cells" onClick={() => start(next)}>
              {trainability === null ? map.run : map.again}
            </Button>
          )}
          <output className={styles['lead']}>
            {trainability === null
              ? map.cost(format.duration(1000 * Number(seconds.toPrecision(1))))
              : map.progress(
                  format.integer(results.length),
                  format.integer(all),
                  format.duration(trainability.ms),
                )}{' '}
            {trainability?.status === 'cancelled' && map.cancelled}
            {trainability?.status === 'failed' && map.failed}
          </output>
        </div>
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
