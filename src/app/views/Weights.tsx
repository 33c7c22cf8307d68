import { useCallback, useEffect, useState } from 'react';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { DropFile } from '../../panels/files/DropFile.tsx';
import { BugCabinet } from '../../panels/weightsFile/BugCabinet.tsx';
import { OpenFile } from '../../panels/weightsFile/OpenFile.tsx';
import { WeightsStart } from '../../panels/weightsFile/WeightsStart.tsx';
import { useCheckpoints } from '../../store/weights/checkpointStore.ts';
import { useWeights } from '../../store/weights/weightsStore.ts';
import type { BugId } from '../../weightsFile/cabinet/bugs.ts';
import { later } from '../../ui/later.tsx';
import styles from './Weights.module.css';

const CheckpointRun = later(
  async () => (await import('../../panels/weightsFile/CheckpointRun.tsx')).CheckpointRun,
);
const TensorDialog = later(
  async () => (await import('../../panels/weightsFile/TensorDialog.tsx')).TensorDialog,
);

const CaseVotes = later(async () => (await import('../votes/CaseVotes.tsx')).CaseVotes);

/** Votes for the bug cabinet, passed in because panels do not import from app. */
const VOTING = {
  line: (id: BugId, line: string) => <CaseVotes bug={id} line={line} />,
  tools: (id: BugId) => <CaseVotes bug={id} line={null} />,
};

/** The page that inspects a file of weights. */
export function Weights() {
  const words = useWeightsWords();
  const file = useWeights((state) => state.file);
  const open = useWeights((state) => state.open);
  const openMade = useWeights((state) => state.openMade);
  const close = useWeights((state) => state.close);
  const hasTensor = useWeights((state) => state.tensor !== null);
  const [bug, setBug] = useState<BugId | null>(null);
  const run = useCheckpoints((state) => state.run);
  const openFiles = useCheckpoints((state) => state.openFiles);
  const onFiles = useCallback(
    (first: File, others: readonly File[]) => {
      if (others.length > 0) openFiles([first, ...others]);
      else open({ kind: 'file', file: first });
    },
    [open, openFiles],
  );
  const onBug = useCallback(
    (id: BugId) => {
      setBug(id);
      openMade(id);
    },
    [openMade],
  );
  // Stops reading when the page is left.
  useEffect(() => close, [close]);
  const isPuzzle = file?.source.kind === 'made' && file.source.id === bug;
  return (
    <div className={styles['page']}>
      <header>
        <h1 className={styles['title']}>{words.title}</h1>
        <p className={styles['lead']}>{words.lead}</p>
      </header>
      <WeightsStart onFiles={onFiles} />
      {run !== null && <CheckpointRun run={run} />}
      {file !== null && !isPuzzle && <OpenFile file={file} isPuzzle={false} />}
      <BugCabinet open={isPuzzle ? bug : null} onOpen={onBug} voting={VOTING} />
      {file !== null && isPuzzle && <OpenFile file={file} isPuzzle />}
      <DropFile onFiles={onFiles} />
      {hasTensor && <TensorDialog />}
    </div>
  );
}
