import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { KernelSheet } from '../../charts/maps/KernelSheet.tsx';
import { PictureGrid } from '../../charts/maps/PictureGrid.tsx';
import { LaneGrid } from '../../charts/strip/LaneGrid.tsx';
import { testSize } from '../../engine/train/testSet.ts';
import type { FeatureMaps } from '../../engine/train/pictures.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePicturesWords } from '../../i18n/pictures/words.ts';
import { useStore } from '../../store/store.ts';
import type { RaceLaneState } from '../../store/state/types.ts';
import { Picks } from '../../ui/PanelSection.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { LaneTag } from '../lanes/LaneTag.tsx';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { useRaceName } from '../lanes/useRaceName.ts';
import { PenPicture } from './PenPicture.tsx';
import styles from './pictures.module.css';

const FIRST = { layer: 1, example: 0 } as const;

const depthOf = ({ asked: { config } }: RaceLaneState): number =>
  config.experiment.net === 'conv' ? config.experiment.depth : 0;

/** The largest absolute value; 0 if there are none. */
function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i += 1) {
    const size = Math.abs(values[i] ?? 0);
    if (Number.isFinite(size)) most = Math.max(most, size);
  }
  return most;
}

/** One channel's map, `[side × side]`. */
const mapOf = ({ maps, side }: FeatureMaps, unit: number): Float32Array =>
  maps.subarray(unit * side * side, (unit + 1) * side * side);

function reading(
  found: FeatureMaps,
  unit: number,
): { readonly mean: number; readonly max: number } {
  const map = mapOf(found, unit);
  const mean = map.reduce((sum, value) => sum + value, 0) / map.length;
  return { mean, max: Math.max(...map) };
}

/** One layer of every convolutional lane at the playhead: its feature maps of one test picture, and its kernels. */
export function FeatureMapsPanel() {
  const { format, dir } = useI18n();
  const { maps: words } = usePicturesWords();
  const figureNumbers = useFigureNumbers();
  const races = useStore((state) => state.races);
  const at = useStore((state) => state.mapsAt) ?? FIRST;
  const setMapsAt = useStore((state) => state.setMapsAt);
  const marks = useLaneMarks(useRaceName());
  useEffect(() => {
    setMapsAt(FIRST);
    return () => setMapsAt(null);
  }, [setMapsAt]);
  const depth = Math.max(0, ...races.map(depthOf));
  if (depth === 0) return <p>{words.none}</p>;
  const n = format.integer;
  const lanes = marks.flatMap(({ lane, name }) => {
    const found = races[lane]?.inspection?.maps ?? null;
    return found === null ? [] : [{ lane, name, found }];
  });
  const [first] = lanes;
  const count = testSize(races[0]?.asked.config.experiment.input ?? 'digits');
  const picture = first?.found.picture;
  const dead = lanes.map(({ name, found }) => {
    const zero = Array.from({ length: found.units }, (_, unit) => largest(mapOf(found, unit)));
    return words.dead(name, n(zero.filter((each) => each === 0).length), n(found.units));
  });
  const units = Math.max(0, ...lanes.map(({ found }) => found.units));
  const single = lanes.every(({ found }) => found.channels === 1);
  return (
    <>
      <Picks>
        <Slider
          label={words.layer}
          control="maps-layer"
          value={at.layer}
          text={n(at.layer)}
          min={1}
          max={depth}
          onChange={(layer) => setMapsAt({ ...at, layer: Math.round(layer) })}
        />
        <Slider
          label={words.example}
          control="maps-example"
          value={at.example + 1}
          text={
            picture === undefined
              ? n(at.example + 1)
              : words.exampleText(n(at.example + 1), n(picture.label))
          }
          min={1}
          max={count}
          onChange={(example) => setMapsAt({ ...at, example: Math.round(example) - 1 })}
        />
        {first !== undefined && picture !== undefined && (
          <PenPicture side={Math.sqrt(picture.values.length)} picture={picture} />
        )}
      </Picks>
      <FigureFrame
        chart="feature-maps"
        title={words.title}
        summary={`${format.clauses(dead)}.`}
        caption={words.caption}
        numbers={figureNumbers({
          caption: words.title,
          columns: [
            { id: 'channel', title: words.column },
            ...lanes.flatMap(({ lane, name }) => [
              { id: `${lane}-mean`, title: words.mean(name) },
              { id: `${lane}-max`, title: words.largest(name) },
            ]),
          ],
          rows: () =>
            Array.from({ length: units }, (_, unit) => ({
              id: String(unit),
              title: n(unit + 1),
              cells: lanes.flatMap(({ lane, found }): readonly ReactNode[] => {
                if (unit >= found.units) return ['–', '–'];
                const { mean, max } = reading(found, unit);
                return [
                  <HtmlNumber key={`${lane}-mean`} text={format.number(mean)} />,
                  <HtmlNumber key={`${lane}-max`} text={format.number(max)} />,
                ];
              }),
            })),
        })}
      >
        <LaneGrid lanes={lanes.length} dir={dir} gutter={false} narrowest={12}>
          {() =>
            lanes.map(({ lane, found }) => (
              <div key={lane} className={styles['lane']} data-of-lane={lane}>
                <p className={styles['name']} dir={dir}>
                  <LaneTag lane={lane} />{' '}
                  <span className={styles['minor']}>{words.taken(n(found.picture.answer))}</span>
                </p>
                <PictureGrid
                  side={found.side}
                  limit={largest(found.maps)}
                  scale="signed"
                  pictures={Array.from({ length: found.units }, (_, unit) => ({
                    id: unit,
                    values: mapOf(found, unit),
                    label: words.channel(n(unit + 1)),
                  }))}
                />
              </div>
            ))
          }
        </LaneGrid>
      </FigureFrame>
      <FigureFrame
        chart="kernels"
        title={words.kernels}
        summary={words.kernels}
        caption={single ? words.firstCaption : words.kernelCaption}
      >
        <LaneGrid lanes={lanes.length} dir={dir} gutter={false} narrowest={12}>
          {() =>
            lanes.map(({ lane, name, found }) => (
              <div key={lane} className={styles['lane']} data-of-lane={lane}>
                <p className={styles['name']} dir={dir}>
                  <LaneTag lane={lane} />
                </p>
                <KernelSheet
                  values={found.kernels}
                  units={found.units}
                  channels={found.channels}
                  kernel={found.kernel}
                  limit={largest(found.kernels)}
                  label={words.kernelLabel(name, n(found.units), n(found.channels))}
                />
              </div>
            ))
          }
        </LaneGrid>
      </FigureFrame>
    </>
  );
}
