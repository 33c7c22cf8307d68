import { useMemo, useState } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { LayerMaps } from '../../charts/maps/LayerMaps.tsx';
import type { MapPlace } from '../../charts/maps/LayerMaps.tsx';
import { LightRamp } from '../../charts/maps/LightRamp.tsx';
import { shownLayers } from '../../charts/maps/shownLayers.ts';
import { LaneGrid } from '../../charts/strip/LaneGrid.tsx';
import type { LayerStats } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePicturesWords } from '../../i18n/pictures/words.ts';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useLateResults } from '../../store/late/useLateStore.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { LaneTag } from '../lanes/LaneTag.tsx';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { layerMaps, placeReading, sharedLimit } from './placeMaps.ts';
import styles from './pictures.module.css';

/** Most maps drawn per lane. */
const MAX_MAPS = 12;

const NO_LAYERS: readonly LayerStats[] = [];

/** The mean square at each place of the picture, by layer and lane; it shows what padding takes away at the border. */
export function PlacesPanel({ titleLevel = 3 }: { readonly titleLevel?: 2 | 3 }) {
  const { format, dir } = useI18n();
  const { places: words, maps } = usePicturesWords();
  const figureNumbers = useFigureNumbers();
  const marks = useLaneMarks();
  const states = useLateResults();
  const scale = useStore((state) => state.scale);
  const of = useStore((state) =>
    state.quantity === 'gradients' || state.quantity === 'weightGradients'
      ? 'gradients'
      : 'activations',
  );
  const focus = useStore((state) => state.focus);
  const setView = useStore((state) => state.setView);
  const [at, setAt] = useState<(MapPlace & { readonly lane: number }) | null>(null);
  const lanes = useMemo(
    () =>
      marks.flatMap((mark) => {
        const state = states[mark.lane];
        const layers = state?.shown?.layers ?? NO_LAYERS;
        const side = layers[0]?.places?.side ?? null;
        const stale = state === undefined || isStale(state);
        return side === null ? [] : [{ ...mark, layers, side, stale }];
      }),
    [marks, states],
  );
  const limit = useMemo(
    () =>
      sharedLimit(
        lanes.map(({ layers }) => layers),
        of,
      ),
    [lanes, of],
  );
  const title = of === 'activations' ? words.title : words.gradients;
  if (lanes.length === 0) {
    return (
      <FigureFrame chart="places" title={title} titleLevel={titleLevel} summary={words.none}>
        <p dir={dir}>{words.none}</p>
      </FigureFrame>
    );
  }
  const n = format.integer;
  const spoken = lanes.flatMap(({ name, layers }) => {
    const readings = layers.flatMap((stats) => placeReading(stats, of) ?? []);
    const [first, last] = [readings[0], readings.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      words.spoken(
        name,
        format.plain(first.mean),
        format.plain(last.mean),
        n(last.layer),
        format.percent(last.corner / last.middle),
      ),
    ];
  });
  const depth = Math.max(...lanes.map(({ layers }) => layers.length));
  const move = (lane: number, place: MapPlace | null): void => {
    setAt(place === null ? null : { ...place, lane });
    setView({ focus: place?.layer ?? null });
  };
  const readout = (layers: readonly LayerStats[], { layer, row, column }: MapPlace): string => {
    const places = layers[layer - 1]?.places;
    if (places == null) return '';
    const place = row * places.side + column;
    const value = places[of]?.[place];
    const theory = of === 'activations' ? places.theory?.[place] : undefined;
    const said = words.at(n(layer), n(row + 1), n(column + 1), format.plain(value ?? Number.NaN));
    return theory === undefined ? said : `${said} (${words.theory(format.plain(theory))})`;
  };
  return (
    <FigureFrame
      chart="places"
      title={title}
      titleLevel={titleLevel}
      summary={`${format.clauses(spoken)}.`}
      caption={`${words.caption} ${scale === 'same' ? words.same : words.own}`}
      numbers={figureNumbers({
        caption: title,
        columns: [
          { id: 'layer', title: maps.layer },
          ...lanes.flatMap(({ lane, name }) => [
            { id: `${lane}-mean`, title: words.mean(name) },
            { id: `${lane}-corner`, title: words.corner(name) },
            { id: `${lane}-middle`, title: words.middle(name) },
          ]),
        ],
        rows: () =>
          Array.from({ length: depth }, (_, i) => ({
            id: String(i),
            title: n(i + 1),
            cells: lanes.flatMap(({ lane, layers }) => {
              const reading = placeReading(layers[i], of);
              return (['mean', 'corner', 'middle'] as const).map((each) =>
                reading === null ? (
                  '–'
                ) : (
                  <HtmlNumber key={`${lane}-${each}`} text={format.number(reading[each])} />
                ),
              );
            }),
          })),
        raw: () =>
          Array.from({ length: depth }, (_, i) => [
            i + 1,
            ...lanes.flatMap(({ layers }) => {
              const reading = placeReading(layers[i], of);
              return [reading?.mean ?? null, reading?.corner ?? null, reading?.middle ?? null];
            }),
          ]),
      })}
    >
      <LaneGrid lanes={lanes.length} dir={dir} gutter={false} narrowest={14}>
        {() =>
          lanes.map(({ lane, name, layers, side, stale }, index) => (
            <div key={lane} className={styles['lane']} data-of-lane={lane}>
              <p className={styles['name']} dir={dir}>
                <LaneTag lane={lane} />
              </p>
              <LayerMaps
                side={side}
                maps={layerMaps(layers, shownLayers(layers.length, MAX_MAPS), of, scale, limit)}
                at={at?.lane === lane ? at : null}
                onAt={(place) => move(lane, place)}
                focused={focus}
                label={`${name}. ${words.hint}`}
                readout={(place) => readout(layers, place)}
                hint={index === 0 ? words.hint : ''}
                stale={stale}
                format={format}
              />
            </div>
          ))
        }
      </LaneGrid>
      {scale === 'same' && (
        <LightRamp
          from={n(0)}
          to={
            <>
              <HtmlNumber text={format.number(limit)} /> <bdi>{words.andMore}</bdi>
            </>
          }
        />
      )}
    </FigureFrame>
  );
}
