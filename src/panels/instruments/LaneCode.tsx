import { useState } from 'react';
import { clampConfig } from '../../engine/lab/config.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { snippet, SNIPPET_LIBRARIES } from '../../engine/python/snippets/snippet.ts';
import type { SnippetLibrary } from '../../engine/python/snippets/snippet.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useStore } from '../../store/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { Select } from '../../ui/Select.tsx';
import { laneName } from '../lanes/laneNames.ts';
import styles from './LaneCode.module.css';

const NAMES = {
  keras: 'Keras',
  pytorch: 'PyTorch',
  jax: 'JAX',
  numpy: 'NumPy',
} as const satisfies Record<SnippetLibrary, string>;

/** The program that builds a lane of the lab, in the library of choice. */
export function LaneCode() {
  const { words, format } = useI18n();
  const { code, draw } = useLessonWords();
  const lab = useStore((state) => state.lab);
  const [library, setLibrary] = useState<SnippetLibrary>('pytorch');
  const [chosen, setChosen] = useState(0);
  const lane = lab.lanes[Math.min(chosen, lab.lanes.length - 1)];
  if (lane === undefined) return null;
  const text = snippet(library, clampConfig(laneConfig(lab, lane)).value);
  return (
    <section className={styles['code']} data-snippet={library}>
      <div className={styles['pick']}>
        <Choice
          bare
          label={code.library}
          control="library"
          value={library}
          options={SNIPPET_LIBRARIES.map((each) => ({
            value: each,
            label: <span lang="en">{NAMES[each]}</span>,
          }))}
          onChange={setLibrary}
        />
        {lab.lanes.length > 1 && (
          <Select
            label={code.lane}
            control="code-lane"
            value={String(lab.lanes.indexOf(lane))}
            options={lab.lanes.map((each, index) => ({
              value: String(index),
              label: `${format.integer(index + 1)} · ${laneName(each, words, format)}`,
            }))}
            onChange={(next) => setChosen(Number(next))}
          />
        )}
      </div>
      {text === null ? (
        <p>{code.none}</p>
      ) : (
        <CodeBlock
          code={text.trim()}
          label={NAMES[library]}
          copy={draw.copy}
          copied={draw.copied}
        />
      )}
    </section>
  );
}
