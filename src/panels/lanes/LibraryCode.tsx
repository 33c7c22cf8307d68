import { useState } from 'react';
import type { ReactNode } from 'react';
import { snippet, SNIPPET_LIBRARIES } from '../../engine/python/snippets/snippet.ts';
import type { SnippetLibrary } from '../../engine/python/snippets/snippet.ts';
import type { ExperimentConfig } from '../../engine/types.ts';
import { useBlocksWords } from '../../i18n/blocks/words.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import styles from './LibraryCode.module.css';

export const LIBRARY_NAMES = {
  keras: 'Keras',
  pytorch: 'PyTorch',
  jax: 'JAX',
  numpy: 'NumPy',
} as const satisfies Record<SnippetLibrary, string>;

interface LibraryCodeProps {
  /** Complete and within its limits (clampConfig). */
  readonly config: ExperimentConfig;
  /** Beside the choice of library. */
  readonly children?: ReactNode;
}

/** The program that builds a lane, in the library of choice. */
export function LibraryCode({ config, children }: LibraryCodeProps) {
  const { code, share } = useWords();
  const [library, setLibrary] = useState<SnippetLibrary>('pytorch');
  const blocks = useBlocksWords();
  const dropout = useStore((state) => state.train.keep !== 1);
  const found = snippet(library, config);
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
            label: <span lang="en">{LIBRARY_NAMES[each]}</span>,
          }))}
          onChange={setLibrary}
        />
        {children}
      </div>
      {dropout && <p>{blocks.noDropout}</p>}
      {found.kind === 'missing' ? (
        <p>{found.part === 'net' ? blocks.noCode : code.missing[found.part]}</p>
      ) : (
        <CodeBlock
          code={found.text.trim()}
          label={LIBRARY_NAMES[library]}
          copy={share.copy}
          copied={share.copied}
        />
      )}
    </section>
  );
}
