import { FigureFrame } from '../frame/FigureFrame.tsx';
import { LayerHistogram } from '../histogram/LayerHistogram.tsx';
import type { LayerHistogramProps } from '../histogram/LayerHistogram.tsx';
import type { LayerFocus } from '../types.ts';
import { useChartSize } from '../frame/useChartSize.ts';
import { normals, summaryOf } from './draws.ts';
import { reluLanes } from './lanes.ts';
import { format, words } from './words.ts';
import styles from './gallery.module.css';

type Given = Pick<LayerHistogramProps, 'summary' | 'scale' | 'domain' | 'tone'> &
  Partial<LayerHistogramProps>;

function Full(given: Given) {
  const [ref, size] = useChartSize();
  return (
    <FigureFrame chart="layer" title={words.layerTitle} summary="">
      <div ref={ref}>
        {size !== null && (
          <LayerHistogram
            stale={false}
            xTitle={words.activation}
            yTitle={words.share}
            label={words.layerTitle}
            size={size}
            format={format}
            words={words.histogram}
            {...given}
          />
        )}
      </div>
    </FigureFrame>
  );
}

const gaussian = (std: number) => (x: number) =>
  Math.exp(-((x / std) ** 2) / 2) / (std * Math.sqrt(2 * Math.PI));

export function LayerSections(_: LayerFocus) {
  const relu = reluLanes(5);
  const tanh = summaryOf(
    normals(20000, 3).map((z) => Math.tanh(z * 1.6)),
    [-1, 1],
  );
  const wide = summaryOf(
    normals(20000, 4).map((z) => z * 2.4),
    [-4, 4],
  );
  const tiny = summaryOf(
    normals(20000, 5).map((z) => z * 3e-9),
    [-4, 4],
  );
  const he = relu[3]?.layers[4];
  const zero = relu[0]?.layers[4];
  const limits = [
    { value: -0.97, label: words.saturation },
    { value: 0.97, label: words.saturation },
  ];
  return (
    <div className={styles['pair']}>
      {he && <Full summary={he} scale="same" domain={[0, 4]} tone={4} />}
      <Full summary={tanh} scale="same" domain={[-1, 1]} tone={2} limits={limits} />
      <Full
        summary={wide}
        scale="same"
        domain={[-4, 4]}
        tone={3}
        reference={{ density: gaussian(2.4), label: words.theory }}
      />
      <Full
        summary={wide}
        scale="same"
        domain={[-4, 4]}
        tone={2}
        interval={{ lo: -0.5, hi: 0.5, label: '±0.5' }}
      />
      <Full summary={tiny} scale="own" domain={[-4, 4]} tone={5} />
      {zero && <Full summary={zero} scale="same" domain={[0, 4]} tone={1} />}
    </div>
  );
}
