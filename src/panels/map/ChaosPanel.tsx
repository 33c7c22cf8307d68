import { useEffect, useMemo } from 'react';
import { ChaosMap } from '../../charts/map/ChaosMap.tsx';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { criticalVariances, MAP_BIAS_VARIANCE, mapReach } from '../../engine/map/chiGrid.ts';
import { correlationSlope, settled } from '../../engine/theory/correlation.ts';
import { fixedPoint } from '../../engine/theory/variance.ts';
import { leftToRight } from '../../i18n/bidi.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useMapWords } from '../../i18n/map/words.ts';
import { useMap } from '../../store/map/mapStore.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { actName } from '../lanes/laneNames.ts';
import { mapMarks } from './mapMarks.ts';
import { usePoint } from './usePoint.ts';
import styles from './map.module.css';

/** Within this distance of 1, the text says that χ₁ is on the line. */
const NEAR = 0.01;

/** The map of order and chaos, and what theory says about the point on it. */
export function ChaosPanel() {
  const { words, format, dir } = useI18n();
  const map = useMapWords();
  const figureNumbers = useFigureNumbers();
  const settings = useStore((state) => state.lab.settings);
  const { act } = settings;
  const [point, setPoint] = usePoint();
  const grid = useMap((state) => state.grid);
  const showMap = useMap((state) => state.showMap);
  const [ref, size] = useChartSize('clamp(19rem, 60vw, 29rem)');
  useEffect(() => showMap(act), [showMap, act]);
  const line = useMemo(() => criticalVariances(act), [act]);
  const reach = useMemo(
    () => ({ weightVariance: mapReach(act), biasVariance: MAP_BIAS_VARIANCE }),
    [act],
  );
  const marks = useMemo(() => mapMarks(settings, words, format), [settings, words, format]);
  const found = useMemo(() => (point === null ? null : settled(act, point)), [act, point]);
  const phase =
    found === null
      ? 'away'
      : Math.abs(found.chi - 1) < NEAR
        ? 'critical'
        : found.chi < 1
          ? 'ordered'
          : 'chaotic';
  const number = (value: number) => <HtmlNumber text={format.number(value)} />;
  const said = (value: number): string => format.plain(value);
  const chi = found === null ? map.none : said(found.chi);
  const pointValue =
    point === null ? '' : map.pointValue(said(point.weightVariance), said(point.biasVariance), chi);
  // On a phone there is no room for a sentence beside the line.
  const narrow = size !== null && size.width < size.rem * 30;
  const chaosWords = {
    ordered: narrow ? map.order : map.ordered,
    chaotic: narrow ? map.chaos : map.chaotic,
    critical: map.critical,
    away: map.away,
    point: map.point,
    pointValue,
  };
  const chiOf = (weightVariance: number, biasVariance: number): number => {
    const q = fixedPoint(act, weightVariance, biasVariance);
    return q === Infinity
      ? Number.NaN
      : correlationSlope(act, { weightVariance, biasVariance }, q, 1);
  };
  const bias = point?.biasVariance ?? 0;
  const nearest = line.toSorted(
    (a, b) => Math.abs(a.biasVariance - bias) - Math.abs(b.biasVariance - bias),
  )[0];
  return (
    <FigureFrame
      chart="chaos-map"
      titleLevel={2}
      title={map.map}
      summary={map.mapSummary(actName(act, words), chi, map.phases[phase])}
      caption={line.length === 1 ? `${map.mapCaption} ${map.noLine}` : map.mapCaption}
      actions={
        nearest !== undefined && (
          <Button kind="quiet" data-action="critical" onClick={() => setPoint(nearest)}>
            {map.putBack}
          </Button>
        )
      }
      numbers={figureNumbers({
        caption: map.map,
        columns: [
          { id: 'start', title: map.numbers.start },
          { id: 'weight', title: leftToRight('σ_w²') },
          { id: 'bias', title: leftToRight('σ_b²') },
          { id: 'chi', title: map.numbers.chi },
        ],
        rows: () =>
          marks.map(({ key, name, weightVariance, biasVariance }) => ({
            id: key,
            title: name,
            cells: [
              number(weightVariance),
              number(biasVariance),
              number(chiOf(weightVariance, biasVariance)),
            ],
          })),
        raw: () =>
          marks.map(({ name, weightVariance, biasVariance }) => [
            name,
            weightVariance,
            biasVariance,
            chiOf(weightVariance, biasVariance),
          ]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <ChaosMap
            grid={grid}
            line={line}
            marks={marks}
            point={point}
            onPoint={setPoint}
            reach={reach}
            xTitle={map.weightVariance}
            yTitle={map.biasVariance}
            label={map.map}
            size={size}
            format={format}
            words={chaosWords}
          />
        )}
      </div>
      <dl className={styles['facts']} dir={dir} data-phase={phase}>
        {(
          [
            ['q', map.q, found?.q],
            ['chi', map.chi, found?.chi],
            ['c', map.c, found?.c],
            ['xi', map.xi, found?.xi],
          ] as const
        ).map(([key, name, value]) => (
          <div key={key} data-fact={key}>
            <dt>{name}</dt>
            <dd>{value === undefined ? map.none : number(value)}</dd>
          </div>
        ))}
      </dl>
    </FigureFrame>
  );
}
