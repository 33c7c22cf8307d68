import { FigureFrame } from '../frame/FigureFrame.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { SpreadByLayer } from '../byLayer/SpreadByLayer.tsx';
import type { SpreadLane } from '../byLayer/spread.ts';
import type { LayerFocus } from '../types.ts';
import { useChartSize } from '../frame/useChartSize.ts';
import { extremeLanes, OTHER, reluLanes, ZERO } from './lanes.ts';
import { spreadMarks, withFan } from './spreadMarks.ts';
import { format, words } from './words.ts';
import styles from './gallery.module.css';

const crowd = (): readonly SpreadLane[] =>
  spreadMarks([...reluLanes(10).slice(2), ...reluLanes(10).slice(2)]).map((lane, i) => ({
    ...lane,
    name: `${lane.name} ${i}`,
  }));

interface SpreadProps extends LayerFocus {
  readonly lanes: readonly SpreadLane[];
  readonly layers: number;
  readonly backward?: boolean;
}

function Spread({ lanes, layers, backward = false, ...focus }: SpreadProps) {
  const [ref, size] = useChartSize();
  return (
    <FigureFrame
      chart="spread"
      title={backward ? words.gradientTitle : words.spreadTitle}
      summary=""
      numbers={{
        show: words.numbers,
        hide: words.hide,
        caption: words.spreadTitle,
        columns: [
          { id: 'layer', title: words.layers },
          ...lanes.map((lane) => ({ id: String(lane.lane), title: lane.name })),
        ],
        rows: () =>
          Array.from({ length: layers }, (_, i) => ({
            id: String(i),
            title: format.integer(i + 1),
            cells: lanes.map((lane) => (
              <HtmlNumber key={lane.lane} text={format.number(lane.measured[i] ?? Number.NaN)} />
            )),
          })),
      }}
    >
      <div ref={ref}>
        {size !== null && (
          <SpreadByLayer
            {...focus}
            lanes={lanes}
            layers={layers}
            direction={backward ? 'backward' : 'forward'}
            xTitle={backward ? words.backward : words.layers}
            yTitle={backward ? words.gradientSigma : words.sigma}
            label={words.spreadTitle}
            size={size}
            format={format}
            words={words.spread}
          />
        )}
      </div>
    </FigureFrame>
  );
}

export function SpreadSections(focus: LayerFocus) {
  const ten = spreadMarks(reluLanes(10));
  return (
    <div className={styles['pair']}>
      <Spread {...focus} lanes={ten} layers={10} />
      <Spread {...focus} lanes={spreadMarks(reluLanes(10), true)} layers={10} backward />
      <Spread {...focus} lanes={withFan(ten.slice(1))} layers={10} />
      <Spread {...focus} lanes={crowd()} layers={10} />
      <Spread {...focus} lanes={spreadMarks(extremeLanes(100))} layers={100} />
      <Spread {...focus} lanes={spreadMarks(reluLanes(1))} layers={1} />
      <Spread {...focus} lanes={spreadMarks([{ ...ZERO, layers: [], stds: [] }])} layers={10} />
      <Spread
        {...focus}
        lanes={spreadMarks(reluLanes(30).map((l, i) => (i === 1 ? { ...l, ...OTHER } : l)))}
        layers={30}
      />
    </div>
  );
}
