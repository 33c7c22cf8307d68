import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import type { WeightsWords } from '../../i18n/weights/en.ts';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { useCheckpoints } from '../../store/weights/checkpointStore.ts';
import { RESTART_FORMATS, sourceName, useWeights } from '../../store/weights/weightsStore.ts';
import type { OpenFile as File, WeightsSource } from '../../store/weights/weightsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { later } from '../../ui/later.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useMarkPending } from '../../ui/pending.ts';
import { isBug } from '../../weightsFile/cabinet/samples.ts';
import { plainChain } from '../../weightsFile/chain/plainChain.ts';
import { weightsFile } from '../../weightsFile/results.ts';
import { download } from '../files/download.ts';
import { FileProblem } from './FileProblem.tsx';
import { FindingsList } from './FindingsList.tsx';
import { TensorTable } from './TensorTable.tsx';
import styles from './weightsFile.module.css';

const PLACE = { placeClass: styles['figureRoom'] };
const ChainRun = later(async () => (await import('./ChainRun.tsx')).ChainRun, PLACE);
const LayerGains = later(async () => (await import('./LayerGains.tsx')).LayerGains, PLACE);

interface OpenFileProps {
  readonly file: File;
  /** A case of the cabinet that is not solved yet: the page hides what would give it away. */
  readonly isPuzzle: boolean;
}

/** The open file, as far as it has been read. */
export function OpenFile({ file, isPuzzle }: OpenFileProps) {
  const words = useWeightsWords();
  const open = useWeights((state) => state.open);
  const { source, order, status, tensors, findings, problem } = file;
  useMarkPending(status === 'reading');
  const shown = isPuzzle ? [] : findings;
  const chain = useMemo(() => plainChain(tensors.map(({ summary }) => summary)), [tensors]);
  const isChain = chain.kind === 'chain' || chain.why !== 'too-few';
  return (
    <section className={styles['file']} data-file={status} aria-labelledby="weights-file">
      <FileHead file={file} />
      {problem !== null && (
        <FileProblem
          problem={problem}
          {...(status === 'failed' && { onAgain: () => open(source, order) })}
        />
      )}
      {status === 'reading' && <Progress file={file} />}
      {status === 'cancelled' && <Notice>{words.cancelled}</Notice>}
      <AxisOrders file={file} />
      {status === 'done' && !isPuzzle && (
        <section aria-labelledby="weights-findings">
          <h2 id="weights-findings">{words.findings}</h2>
          <FindingsList findings={findings} />
        </section>
      )}
      {status !== 'reading' && tensors.length > 0 && <LayerGains tensors={tensors} />}
      {tensors.length > 0 && (
        <div>
          <h2>{words.list}</h2>
          <p className={styles['small']}>{words.listHint}</p>
          <TensorTable tensors={tensors} findings={shown} />
        </div>
      )}
      {status === 'done' && isChain && <ChainRun found={chain} />}
      {status === 'done' && <Take file={file} />}
    </section>
  );
}

function titleOf(source: WeightsSource, words: WeightsWords): ReactNode {
  if (source.kind !== 'made') return <Ltr>{sourceName(source)}</Ltr>;
  return isBug(source.id) ? words.bugs[source.id].title : words.samples[source.id];
}

function FileHead({ file: { source, opened, tensors } }: { readonly file: File }) {
  const { format } = useI18n();
  const words = useWeightsWords();
  const numbers = tensors.reduce((sum, { summary }) => sum + summary.numbers.count, 0);
  return (
    <header>
      <h2 id="weights-file" className={styles['fileName']}>
        {titleOf(source, words)}
      </h2>
      {opened !== null && (
        <p className={styles['small']}>
          {words.facts(
            `\u2066${opened.format}\u2069`,
            format.integer(opened.tensors),
            format.integer(numbers),
          )}
          {source.kind !== 'file' && <> · {words.made}</>}
          {opened.skipped.length > 0 && (
            <> · {words.skipped(format.integer(opened.skipped.length))}</>
          )}
        </p>
      )}
    </header>
  );
}

function Progress({ file: { bytes, opened, tensors } }: { readonly file: File }) {
  const { format } = useI18n();
  const words = useWeightsWords();
  const cancel = useWeights((state) => state.cancel);
  return (
    <div className={styles['progress']}>
      <span>
        {words.reading}
        {opened !== null && (
          <> · {words.progress(format.integer(tensors.length), format.integer(opened.tensors))}</>
        )}
      </span>
      <progress
        max={opened?.bytes ?? 1}
        value={opened === null ? undefined : bytes}
        aria-label={words.reading}
      />
      <Button data-action="cancel-file" onClick={cancel}>
        {words.cancel}
      </Button>
    </div>
  );
}

/** Asks for the order of the axes, only where it is unknown and changes the results. */
function AxisOrders({ file: { tensors, order } }: { readonly file: File }) {
  const words = useWeightsWords();
  const setOrder = useWeights((state) => state.setOrder);
  const isOpen = tensors.some(
    ({ summary: { layout } }) =>
      layout.order === null &&
      layout.fanIn > 0 &&
      (layout.kind === 'dense' || layout.kind === 'conv'),
  );
  if (!isOpen && order === null) return null;
  return (
    <div className={styles['orders']}>
      <Choice
        label={words.order}
        value={order ?? 'out-in'}
        control="axes"
        options={(['out-in', 'in-out'] as const).map((value) => ({
          value,
          label: words.orders[value],
        }))}
        onChange={setOrder}
      />
      <p className={styles['small']}>{words.orderHint}</p>
    </div>
  );
}

/** Files to save: the findings, and the same network initialized again. */
function Take({ file }: { readonly file: File }) {
  const words = useWeightsWords();
  const restart = useWeights((state) => state.restart);
  const writing = useWeights((state) => state.writing);
  const { source, opened, tensors, findings } = file;
  const { by = 'name', comparison = null } = useCheckpoints((state) => state.run) ?? {};
  const saveResults = (): void => {
    if (opened === null) return;
    const { format, skipped } = opened;
    const more = { name: sourceName(source), ...(comparison && { run: { by, comparison } }) };
    const results = weightsFile({ format, skipped, tensors, findings }, more);
    download(
      'weights.json',
      new Blob([`${JSON.stringify(results)}\n`], { type: 'application/json' }),
    );
  };
  const save = async (format: (typeof RESTART_FORMATS)[number]): Promise<void> => {
    const written = await restart(format);
    if (written !== null) download(`he.${format}`, written);
  };
  return (
    <section aria-labelledby="weights-restart">
      <h2 id="weights-restart">{words.restart}</h2>
      <p className={styles['small']}>{words.restartHint}</p>
      <div className={styles['samples']}>
        {RESTART_FORMATS.map((format) => (
          <Button
            key={format}
            data-export={format}
            disabled={writing}
            onClick={() => void save(format)}
          >
            {writing ? words.restarting : words.restartAs(format)}
          </Button>
        ))}
        <Button data-export="json" onClick={saveResults}>
          {words.results}
        </Button>
      </div>
    </section>
  );
}
