import { FigureFrame } from '../frame/FigureFrame.tsx';
import { useChartSize } from '../frame/useChartSize.ts';
import { HalfPicture } from '../half/HalfPicture.tsx';
import { PosterChart } from '../poster/PosterChart.tsx';
import { UnitsPicture } from '../race/UnitsPicture.tsx';
import type { LayerFocus } from '../types.ts';
import { normals, summaryOf } from './draws.ts';
import { HE, RELU_DOMAIN, reluLanes, WIDE_DOMAIN, XAVIER } from './lanes.ts';
import { DIR, format, words } from './words.ts';
import styles from './gallery.module.css';

const sums = summaryOf(normals(20_000, 3), WIDE_DOMAIN);
const relu = (z: number): number => Math.max(0, z);

function Half() {
  const [ref, size] = useChartSize();
  return (
    <FigureFrame chart="half" title={words.layerTitle} summary="">
      <div ref={ref}>
        {size !== null && (
          <HalfPicture
            summary={sums}
            domain={WIDE_DOMAIN}
            look={XAVIER}
            bars={[1, 0.5, 0.25, 0.125].map((share, i) => ({ key: `${i}`, name: `h${i}`, share }))}
            barsTitle={words.same}
            xTitle={words.activation}
            label={words.layerTitle}
            size={size}
            dir={DIR}
            format={format}
            words={{ dropped: '0', kept: 'z', bin: words.histogram.bin, share: words.share }}
          />
        )}
      </div>
    </FigureFrame>
  );
}

/** Layers whose units are all equal, in two interleaved groups, or all different. */
const CLASSES = [
  [0, 0, 0, 0, 0, 0, 0, 0],
  [0, 1, 0, 1, 0, 2, 1, 3],
  [0, 1, 2, 3, 4, 5, 6, 7],
] as const;

function Units() {
  const [ref, size] = useChartSize();
  return (
    <FigureFrame chart="units" title={words.layerTitle} summary="">
      <div ref={ref}>
        {size !== null && (
          <UnitsPicture
            inputs={2}
            layers={CLASSES.map((classes) => ({ classes, title: words.layers }))}
            links={CLASSES.map((_, i) => ({
              values: normals(i === 0 ? 16 : 64, 11 + i),
            }))}
            label={words.layerTitle}
            size={size}
            dir={DIR}
            weight={() => ''}
            times={(units) => `×${format.integer(units)}`}
            hint=""
          />
        )}
      </div>
    </FigureFrame>
  );
}

const [, , xavier, he] = reluLanes(20);
const columns = [xavier, he].flatMap((lane) => lane ?? []);

function Poster() {
  return (
    <PosterChart
      title={words.loopTitle}
      columns={columns.map(({ name }) => ({ id: name, name, rule: 'n · Var(w) = 1' }))}
      rows={[
        {
          id: 'relu',
          name: 'ReLU',
          f: relu,
          df: (z) => (z > 0 ? 1 : 0),
          cells: columns.map(({ name, tone, dash, stds, layers }) => ({
            id: name,
            look: { tone, dash },
            verdict: name === HE.name ? '●' : '▽',
            reason: words.spoken(name, 20, stds.at(-1) ?? 0),
            healthy: name === HE.name,
            rows: [1, 5, 10, 20].flatMap((layer) => {
              const summary = layers[layer - 1];
              return summary === undefined ? [] : [{ layer, name: format.integer(layer), summary }];
            }),
            forward: stds,
            backward: stds.toReversed(),
            href: '#poster',
            label: name,
          })),
        },
      ]}
      equation="n · Var(w) · E[f(z)²] ⁄ E[z²] = 1"
      made={format.list(RELU_DOMAIN.map(format.integer))}
    />
  );
}

/** A bell curve cut in two, equal units under brackets, and the poster of starts. */
export function SheetSections(_: LayerFocus) {
  return (
    <>
      <div className={styles['pair']}>
        <Half />
        <Units />
      </div>
      <Poster />
    </>
  );
}
