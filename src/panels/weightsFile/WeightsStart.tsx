import { useRef, useState } from 'react';
import { FolderOpen } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { useCheckpoints } from '../../store/weights/checkpointStore.ts';
import { useWeights } from '../../store/weights/weightsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { SAMPLE_IDS } from '../../weightsFile/cabinet/samples.ts';
import { LIBRARIES, SNIPPETS } from './snippets.ts';
import type { Library } from './snippets.ts';
import styles from './weightsFile.module.css';

interface WeightsStartProps {
  readonly onFiles: (first: File, others: readonly File[]) => void;
}

/** Chooses a file; offers samples to readers without one. */
export function WeightsStart({ onFiles }: WeightsStartProps) {
  const words = useWeightsWords();
  const openMade = useWeights((state) => state.openMade);
  const openTrained = useCheckpoints((state) => state.openTrained);
  const file = useWeights((state) => state.file);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <section className={styles['start']} aria-label={words.choose}>
      <div className={styles['chooser']}>
        <Button kind="strong" data-action="choose-file" onClick={() => chooser.current?.click()}>
          <FolderOpen aria-hidden size="1.1em" />
          {file === null ? words.choose : words.another}
        </Button>
        <span>{words.drop}</span>
        <input
          ref={chooser}
          hidden
          multiple
          type="file"
          aria-label={words.choose}
          data-weights-file
          onChange={(event) => {
            const [first, ...others] = event.target.files ?? [];
            if (first !== undefined) onFiles(first, others);
            // Otherwise choosing the same file again would cause no change event.
            event.target.value = '';
          }}
        />
      </div>
      <p className={styles['small']}>{words.formats}</p>
      <p className={styles['small']}>{words.private}</p>
      <p className={styles['tryLabel']}>{words.trySample}</p>
      <div className={styles['samples']}>
        {SAMPLE_IDS.map((id) => (
          <Button key={id} data-sample={id} onClick={() => openMade(id)}>
            {words.samples[id]}
          </Button>
        ))}
        <Button data-sample="run" onClick={openTrained}>
          {words.trainedRun}
        </Button>
      </div>
      <HowTo />
    </section>
  );
}

function HowTo() {
  const words = useWeightsWords();
  const { share } = useWords();
  const [library, setLibrary] = useState<Library>('PyTorch');
  return (
    <details className={styles['howTo']}>
      <summary>{words.howTo}</summary>
      <Choice
        bare
        label={words.snippets}
        value={library}
        options={LIBRARIES.map((value) => ({
          value,
          label: (
            <span lang="en" dir="ltr">
              {value}
            </span>
          ),
        }))}
        onChange={setLibrary}
      />
      <CodeBlock
        code={SNIPPETS[library]}
        label={words.snippetLabel(library)}
        copy={share.copy}
        copied={share.copied}
      />
    </details>
  );
}
