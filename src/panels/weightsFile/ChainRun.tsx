import { useMemo, useState } from 'react';
import { SpreadByLayer } from '../../charts/byLayer/SpreadByLayer.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { ACTIVATION_IDS } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { useWeights } from '../../store/weights/weightsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { useMarkPending } from '../../ui/pending.ts';
import type { ChainFound } from '../../weightsFile/chain/plainChain.ts';
import type { ChainComparison } from '../../weightsFile/chain/compareChain.ts';
import type { ChainSpread } from '../../weightsFile/chain/runChain.ts';
import styles from './weightsFile.module.css';
import { useLayerNumbers } from '../files/useLayerNumbers.tsx';

/** Runs the file's own weights through the engine, beside He's and Xavier's for the same shape. */
export function ChainRun({ found }: { readonly found: ChainFound }) {
  const { words: page } = useI18n();
  const words = useWeightsWords();
  const chain = useWeights((state) => state.chain);
  const runChain = useWeights((state) => state.runChain);
  useMarkPending(chain !== null && chain.comparison === null);
  return (
    <section aria-labelledby="weights-chain" className={styles['orders']}>
      <h2 id="weights-chain">{words.chain}</h2>
      <ChainHint found={found} />
      {found.kind === 'none' ? null : chain === null ? (
        <div>
          <Button kind="strong" data-action="run-chain" onClick={() => runChain('relu')}>
            {words.chainRun}
          </Button>
        </div>
      ) : (
        <>
          <Select
            label={page.lab.activation}
            control="act"
            value={chain.act}
            options={ACTIVATION_IDS.map((value) => ({ value, label: page.activations[value] }))}
            onChange={runChain}
          />
          {chain.comparison !== null && (
            <div className={styles['pair']}>
              <ChainFigure direction="forward" comparison={chain.comparison} />
              <ChainFigure direction="backward" comparison={chain.comparison} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** Says which layers of the file can be run, and why the others cannot. */
function ChainHint({ found }: { readonly found: ChainFound }) {
  const { format } = useI18n();
  const words = useWeightsWords();
  if (found.kind === 'none') {
    const { why, at } = found;
    if (why === 'too-few') return null;
    return <p>{words.noChain(words.noChainReasons[why], `\u2066${at ?? ''}\u2069`)}</p>;
  }
  const isConv = found.layers.some(({ kernel }) => kernel !== null);
  return (
    <>
      <p className={styles['small']}>{isConv ? words.chainHintConv : words.chainHint}</p>
      {found.left > 0 && (
        <p className={styles['small']}>{words.chainLeft(format.integer(found.left))}</p>
      )}
    </>
  );
}

interface ChainFigureProps {
  readonly direction: keyof ChainSpread;
  readonly comparison: ChainComparison;
}

const finite = (value: number): number => (Number.isFinite(value) ? value : Infinity);

function ChainFigure({ direction, comparison }: ChainFigureProps) {
  const { words: page, format } = useI18n();
  const words = useWeightsWords();
  const layerNumbers = useLayerNumbers();
  const [ref, size] = useChartSize();
  const [focused, setFocused] = useState<number | null>(null);
  const { charts, initializers } = page;
  const forward = direction === 'forward';
  const lanes = useMemo((): readonly SpreadLane[] => {
    const lane = { stale: false, seedBand: null, theory: null };
    const measured = (spread: ChainSpread) => spread[direction].map(finite);
    return [
      {
        ...lane,
        lane: 0,
        name: words.pictureFile,
        tone: 5,
        dash: 'solid',
        measured: measured(comparison.file),
      },
      {
        ...lane,
        lane: 1,
        name: initializers.he_normal.name,
        tone: 4,
        dash: 'dashed',
        measured: measured(comparison.he),
      },
      {
        ...lane,
        lane: 2,
        name: initializers.xavier_normal.name,
        tone: 3,
        dash: 'dotted',
        measured: measured(comparison.xavier),
      },
    ];
  }, [comparison, direction, words, initializers]);
  const chartWords = useMemo(
    () => ({
      layer: (layer: number) => charts.layer(format.integer(layer)),
      measured: charts.measured,
      theory: charts.theory,
      infinite: page.numbers.infinity,
    }),
    [charts, format, page],
  );
  const title = forward ? charts.spreadForward : charts.spreadBackward;
  const layers = comparison.file.forward.length;
  const columns = lanes.map(({ lane, name, measured }) => ({
    id: `${lane}`,
    title: name,
    value: (i: number) => measured[i],
    print: format.plain,
  }));
  return (
    <FigureFrame
      chart={forward ? 'spread-forward' : 'spread-backward'}
      title={title}
      summary={format.clauses(
        lanes.map(({ name, measured }) =>
          charts.spokenLane(
            name,
            format.plain(measured[0] ?? Number.NaN),
            format.plain(measured.at(-1) ?? Number.NaN),
          ),
        ),
      )}
      numbers={layerNumbers(title, layers, columns)}
    >
      <div ref={ref}>
        {size !== null && (
          <SpreadByLayer
            lanes={lanes}
            layers={layers}
            direction={direction}
            xTitle={forward ? charts.spreadForwardX : charts.spreadBackwardX}
            yTitle={forward ? charts.spreadForwardY : charts.spreadBackwardY}
            label={title}
            size={size}
            format={format}
            words={chartWords}
            focused={focused}
            onFocusLayer={setFocused}
          />
        )}
      </div>
    </FigureFrame>
  );
}
