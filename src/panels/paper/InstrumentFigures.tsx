/** The lesson's instruments on paper, with the settings that they begin with. */
import { Gauge } from '../../charts/gauges/Gauge.tsx';
import { FansPicture } from '../../charts/fans/FansPicture.tsx';
import { middleOf, wiringOf } from '../../charts/fans/wiring.ts';
import { stepPath } from '../../charts/geometry/histogramPath.ts';
import { NetPicture } from '../../charts/net/NetPicture.tsx';
import { largest } from '../../charts/net/netMark.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { layerFactors } from '../../engine/lecture/layerFactors.ts';
import { lectureDraw } from '../../engine/lecture/lectureDraw.ts';
import { netCorner } from '../../engine/lecture/netCorner.ts';
import { neuronSums } from '../../engine/lecture/neuronSums.ts';
import { countBins } from '../../engine/math/countBins.ts';
import { INTERVAL } from '../../engine/math/shareOutside.ts';
import type { FansOf } from '../../engine/rules/fans.ts';
import { isolated } from '../../i18n/bidi.ts';
import { useFansWords } from '../../i18n/fans/words.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { PaperPlot } from './PaperPlot.tsx';
import type { PaperView } from './paperView.ts';
import styles from './paper.module.css';

const REM = 14;
const nothing = (): void => undefined;

export function NetFigure({ view: { lab, format } }: { readonly view: PaperView }) {
  const [lane] = lab.lanes;
  if (lane === undefined) return null;
  const net = netCorner(laneConfig(lab, lane), { units: 8, layers: 3 });
  if (net.kind !== 'net') return null;
  return (
    <NetPicture
      layers={net.layers}
      sizes={net.sizes}
      limit={largest(net.layers)}
      label=""
      size={{ width: 460, rem: REM }}
      print={format.integer}
      mark={null}
      onMark={nothing}
    />
  );
}

/** Where the first draw of two weights and a bias falls; the interval it is drawn from is shaded. */
export function DrawFigure({ view: { format, width } }: { readonly view: PaperView }) {
  const reach = 2 * INTERVAL;
  const at = (value: number): number => (value + reach) / (2 * reach);
  return (
    <PaperPlot
      width={width}
      height={92}
      x={[-reach, -INTERVAL, 0, INTERVAL, reach].map((value) => [at(value), format.plain(value)])}
      y={[]}
    >
      {({ x, y, w, h }) => (
        <>
          <rect x={x + at(-INTERVAL) * w} y={y} width={w / 2} height={h} data-ground />
          {lectureDraw(1, 'uniform').map((value, i) => (
            <g key={value}>
              <circle cx={x + at(value) * w} cy={y + h - 8} r={5} data-solid />
              <text x={x + at(value) * w} y={y + h - 20} textAnchor="middle">
                {['w₁', 'w₂', 'b'][i]}
              </text>
            </g>
          ))}
        </>
      )}
    </PaperPlot>
  );
}

const SUMS = { reach: 30, bins: 60 } as const;

/** The histogram of a neuron's sum: of one input, and, once the answer is out, of as many as asked about. */
export function NeuronFigure({
  view,
  inputs,
}: {
  readonly view: PaperView;
  readonly inputs: readonly number[];
}) {
  const { format, width } = view;
  const { reach, bins } = SUMS;
  return (
    <PaperPlot
      width={width}
      x={[-1, -0.5, 0, 0.5, 1].map((at) => [(at + 1) / 2, format.plain(at * reach)])}
      y={[]}
    >
      {({ x, y, w, h }) =>
        inputs.map((n, i) => {
          const { counts } = countBins(neuronSums(n), -reach, reach, bins);
          const place = { left: x, right: x + w, base: y + h, height: h * 0.92 };
          const spread = Math.sqrt(n) / (2 * reach);
          return (
            <g key={n}>
              <path d={stepPath(counts, place)} data-drawn strokeDasharray={i === 0 ? '' : '5 3'} />
              <text x={x + w * (0.5 + Math.max(0.06, 1.1 * spread))} y={y + 16 + i * 34}>
                {`n = ${format.integer(n)}`}
              </text>
            </g>
          );
        })
      }
    </PaperPlot>
  );
}

interface GaugesFigureProps {
  readonly view: PaperView;
  readonly withHe: boolean;
}

/** The two gauges of Xavier's rule for the shape that the lesson begins with. */
export function GaugesFigure({ view, withHe }: GaugesFigureProps) {
  const { dir } = useI18n();
  const { gauges } = useLessonWords();
  const { facts, format, isEmpty } = view;
  const { fanIn, fanOut } = facts.dials;
  const found = layerFactors('xavier', fanIn, fanOut, withHe ? 'relu' : 'linear');
  return (
    <div className={styles['gauges']} dir="ltr">
      {(['backward', 'forward'] as const).map((direction) => (
        <div key={direction} data-blank={isEmpty}>
          <p>
            {direction === 'backward' && '← '}
            <bdi>{gauges[direction]}</bdi>
            {direction === 'forward' && ' →'}
            {!isEmpty && ` × ${format.plain(found[direction])}`}
          </p>
          <Gauge
            value={isEmpty ? 1 : found[direction]}
            kept={isolated(gauges.kept, dir)}
            label=""
            size={{ width: 250, rem: REM }}
            format={format}
          />
        </div>
      ))}
    </div>
  );
}

export function FansFigure({ view, of }: { readonly view: PaperView; readonly of: FansOf }) {
  const words = useFansWords();
  const wiring = wiringOf(of);
  return (
    <FansPicture
      wiring={wiring}
      at={middleOf(wiring, 'output')}
      onAt={nothing}
      size={{ width: 620, rem: REM }}
      titles={words.sides}
      more={(more) => words.more(view.format.integer(more))}
      label=""
    />
  );
}
