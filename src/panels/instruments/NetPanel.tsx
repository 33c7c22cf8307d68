import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { SmallNet } from '../../charts/net/SmallNet.tsx';
import type { NetMark } from '../../charts/net/netMark.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { netCorner } from '../../engine/lecture/netCorner.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useLateLab } from '../../store/late/useLateStore.ts';

/** Most units per layer that remain readable, and the layers drawn of a small and of a large network. */
const UNITS = 8;
const LAYERS = { small: 3, large: 2 } as const;

/** Why there is nothing to draw. */
const WHY = { 'by-data': 'byData', kernels: 'kernels', 'too-large': 'tooLarge' } as const;

interface NetPanelProps {
  readonly lane?: number;
  readonly titleLevel?: 2 | 3;
}

/** A lane's network as circles and lines; every line is also an entry of a weight matrix. */
export function NetPanel({ lane: index = 0, titleLevel = 3 }: NetPanelProps) {
  const { format, dir } = useI18n();
  const { net: words } = useLessonWords();
  const lab = useLateLab();
  const [ref, size] = useChartSize('28rem');
  const net = useMemo(() => {
    const lane = lab.lanes[index];
    if (lane === undefined) return null;
    const config = laneConfig(lab, lane);
    const layers = config.width > UNITS ? LAYERS.large : LAYERS.small;
    return netCorner(config, { units: UNITS, layers });
  }, [lab, index]);
  const netWords = useMemo(() => {
    const n = format.integer;
    return {
      name: ({ layer, unit, input }: NetMark) =>
        input === 'bias' || input === null
          ? words.bias(n(layer), n(unit))
          : words.weight(n(layer), n(unit), n(input)),
      row: (unit: number) => words.row(n(unit)),
      matrix: (layer: number) => words.matrix(n(layer)),
      hint: words.hint,
    };
  }, [words, format]);
  if (net === null) return null;
  if (net.kind !== 'net') {
    const why = words[WHY[net.kind]];
    return (
      <FigureFrame
        chart="net"
        title={words.title}
        titleLevel={titleLevel}
        summary={why}
        caption={why}
      >
        {null}
      </FigureFrame>
    );
  }
  const { sizes, layers } = net;
  const n = format.integer;
  const [a, b, c, ...deeper] = sizes.map(n);
  const shallow = a !== undefined && b !== undefined && c !== undefined && deeper.length === 0;
  const summary = shallow ? words.summary(a, b, c) : words.deep(format.list(sizes.map(n)));
  const whole = layers.length === sizes.length - 1 && Math.max(...sizes) <= UNITS;
  return (
    <FigureFrame
      chart="net"
      titleLevel={titleLevel}
      title={words.title}
      summary={summary}
      caption={whole ? words.caption : `${words.caption} ${words.part(n(UNITS), n(layers.length))}`}
    >
      <div ref={ref}>
        {size !== null && (
          <SmallNet
            layers={layers}
            sizes={sizes}
            label={summary}
            size={size}
            dir={dir}
            format={format}
            words={netWords}
          />
        )}
      </div>
    </FigureFrame>
  );
}
