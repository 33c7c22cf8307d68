import { useCallback, useEffect, useState } from 'react';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { DropFile } from '../../panels/files/DropFile.tsx';
import { BugCabinet } from '../../panels/weightsFile/BugCabinet.tsx';
import { OpenFile } from '../../panels/weightsFile/OpenFile.tsx';
import { WeightsStart } from '../../panels/weightsFile/WeightsStart.tsx';
import { useWeights } from '../../store/weights/weightsStore.ts';
import type { BugId } from '../../weightsFile/cabinet/bugs.ts';
import { later } from '../../ui/later.tsx';
import styles from './Weights.module.css';

const TensorDialog = later(
  async () => (await import('../../panels/weightsFile/TensorDialog.tsx')).TensorDialog,
);

/** A file of weights, looked through. */
export function Weights() {
  const words = useWeightsWords();
  const file = useWeights((state) => state.file);
  const open = useWeights((state) => state.open);
  const openMade = useWeights((state) => state.openMade);
  const close = useWeights((state) => state.close);
  const hasTensor = useWeights((state) => state.tensor !== null);
  const [bug, setBug] = useState<BugId | null>(null);
  const onFile = useCallback((chosen: File) => open({ kind: 'file', file: chosen }), [open]);
  const onBug = useCallback(
    (id: BugId) => {
      setBug(id);
      openMade(id);
    },
    [openMade],
  );
  // What is being read for a page that has been left is read for nobody.
  useEffect(() => close, [close]);
  const isPuzzle = file?.source.kind === 'made' && file.source.id === bug;
  return (
    <div className={styles['page']}>
      <header>
        <h1 className={styles['title']}>{words.title}</h1>
        <p className={styles['lead']}>{words.lead}</p>
      </header>
      <WeightsStart onFile={onFile} />
      {file !== null && !isPuzzle && <OpenFile file={file} isPuzzle={false} />}
      <BugCabinet open={isPuzzle ? bug : null} onOpen={onBug} />
      {file !== null && isPuzzle && <OpenFile file={file} isPuzzle />}
      <DropFile onFile={onFile} />
      {hasTensor && <TensorDialog />}
    </div>
  );
}
