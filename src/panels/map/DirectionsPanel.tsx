import { useEffect, useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { decadeDomain } from '../../charts/geometry/decades.ts';
import { DirectionsChart } from '../../charts/map/DirectionsChart.tsx';
import { EllipseRow } from '../../charts/map/EllipseRow.tsx';
import type { Tone } from '../../charts/types.ts';
import { ellipses, JACOBIAN_DRAWS, variationOf } from '../../engine/map/jacobian.ts';
import type { JacobianDraw, JacobianNet } from '../../engine/map/jacobian.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useMapWords } from '../../i18n/map/words.ts';
import { useMap } from '../../store/map/mapStore.ts';
import { useStore } from '../../store/store.ts';
import { Pair } from '../../ui/PanelSection.tsx';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { usePoint } from './usePoint.ts';
import styles from './map.module.css';

/** The cost of Jacobi rotations grows with the cube of the width. */
const MAX_WIDTH = 64;
const MAX_DEPTH = 20;
const TONES = { gaussian: 3, orthogonal: 4 } as const satisfies Record<JacobianDraw, Tone>;

/** Singular values of the Jacobian by layer, for normal and orthogonal weights; ellipses of a two-unit network. */
export function DirectionsPanel() {
  const map = useMapWords();
  const { act, width, depth, seed } = useStore((state) => state.lab.settings);
  const [point] = usePoint();
  const find = useMap((state) => state.findJacobians);
  const weightVariance = point?.weightVariance ?? 1;
  const biasVariance = point?.biasVariance ?? 0;
  const net = useMemo(
    () => ({
      act,
      start: { weightVariance, biasVariance },
      width: Math.min(MAX_WIDTH, width),
      depth: Math.min(MAX_DEPTH, depth),
      seed,
    }),
    [act, weightVariance, biasVariance, width, depth, seed],
  );
  useEffect(() => {
    // While the point is dragged, computes only where it comes to rest.
    const timer = setTimeout(() => find(net), 300);
    return () => clearTimeout(timer);
  }, [find, net]);
  return (
    <section className={styles['section']}>
      <h2>{map.directions}</h2>
      <p className={styles['lead']}>{map.directionsLead}</p>
      <Pair>
        {JACOBIAN_DRAWS.map((draw) => (
          <Directions key={draw} draw={draw} net={net} />
        ))}
      </Pair>
    </section>
  );
}

interface DirectionsProps {
  readonly draw: JacobianDraw;
  readonly net: Omit<JacobianNet, 'draw'>;
}

function Directions({ draw, net }: DirectionsProps) {
  const { format, dir } = useI18n();
  const map = useMapWords();
  const figureNumbers = useFigureNumbers();
  const jacobians = useMap((state) => state.jacobians);
  const layers = jacobians[draw];
  const [ref, size] = useChartSize();
  const domain = useMemo(
    () =>
      decadeDomain(
        Object.values(jacobians).flatMap((all) => all.flatMap(({ values }) => [...values])),
      ),
    [jacobians],
  );
  const found = useMemo(() => ellipses({ ...net, draw, depth: 4 }), [net, draw]);
  const last = layers.at(-1);
  const title = map.directionsTitle[draw];
  const number = (value: number | undefined) => (
    <HtmlNumber text={format.number(value ?? Number.NaN)} />
  );
  const plain = (value: number | undefined): string => format.plain(value ?? Number.NaN);
  const words = useMemo(
    () => ({
      largest: map.largest,
      median: map.median,
      smallest: map.smallest,
      lost: (share: number) => map.lost(format.percent(share)),
    }),
    [map, format],
  );
  return (
    <FigureFrame
      chart={`directions-${draw}`}
      title={title}
      summary={map.directionsSummary(title, plain(last?.values[0]), plain(last?.values.at(-1)))}
      caption={map.directionsCaption(plain(last?.variation), plain(variationOf({ ...net, draw })))}
      numbers={figureNumbers({
        caption: title,
        columns: [
          { id: 'layer', title: map.layer },
          { id: 'largest', title: map.largest },
          { id: 'median', title: map.median },
          { id: 'smallest', title: map.smallest },
        ],
        rows: () =>
          layers.map(({ layer, values }) => ({
            id: String(layer),
            title: format.integer(layer),
            cells: [
              number(values[0]),
              number(values[Math.floor(values.length / 2)]),
              number(values.at(-1)),
            ],
          })),
        raw: () => layers.map(({ layer, values }) => [layer, ...values]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <DirectionsChart
            layers={layers}
            domain={domain}
            tone={TONES[draw]}
            depth={net.depth}
            xTitle={map.layer}
            yTitle={map.singular}
            label={title}
            size={size}
            format={format}
            words={words}
          />
        )}
      </div>
      <div className={styles['ellipses']} dir={dir}>
        <p className={styles['lead']}>{map.ellipse}</p>
        <EllipseRow
          found={found}
          tone={TONES[draw]}
          caption={({ layer }) => map.ellipseOf(format.integer(layer))}
          label={map.ellipse}
        />
      </div>
    </FigureFrame>
  );
}
