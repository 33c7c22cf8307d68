import { useState } from 'react';
import type { ReactNode } from 'react';
import { snippet, SNIPPET_LIBRARIES } from '../../engine/python/snippets/snippet.ts';
import type { SnippetLibrary } from '../../engine/python/snippets/snippet.ts';
import type { ExperimentConfig } from '../../engine/types.ts';
import { useBlocksWords } from '../../i18n/blocks/words.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
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
  /** For a projector, where nobody scrolls: only the decisive lines, and the rest on demand. */
  readonly brief?: boolean;
  /** Shown beside the choice of library. */
  readonly children?: ReactNode;
}

/** The program that builds a lane, in a library the reader chooses. */
export function LibraryCode({ config, brief = false, children }: LibraryCodeProps) {
  const { code, share } = useWords();
  const [library, setLibrary] = useState<SnippetLibrary>('pytorch');
  const blocks = useBlocksWords();
  const dropout = useStore((state) => state.train.keep !== 1);
  const found = snippet(library, config);
  const [whole, setWhole] = useState(false);
  const decisive = found.kind === 'program' && brief ? found.decisive : [];
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
      ) : decisive.length > 0 && !whole ? (
        <DecisiveLines lines={decisive} label={LIBRARY_NAMES[library]} />
      ) : (
        <CodeBlock
          code={found.text.trim()}
          label={LIBRARY_NAMES[library]}
          copy={share.copy}
          copied={share.copied}
        />
      )}
      {decisive.length > 0 && (
        <Button kind="link" data-action="whole-program" onClick={() => setWhole(!whole)}>
          {whole ? blocks.decisiveLines : blocks.wholeProgram}
        </Button>
      )}
    </section>
  );
}

interface DecisiveLinesProps {
  readonly lines: readonly string[];
  readonly label: string;
}

/** Lines that may break before an argument; the one that draws the weights is marked. */
function DecisiveLines({ lines, label }: DecisiveLinesProps) {
  return (
    <pre className={styles['lines']} dir="ltr" lang="en" aria-label={label} data-decisive>
      {lines.map((line, i) => (
        <code key={line} className={styles['line']} data-marked={i === 1}>
          {line.split(/(?<=\(|, )/).map((part, k) => (
            // A part of a line is identified only by its index.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={k}>
              <wbr />
              {part}
            </span>
          ))}
        </code>
      ))}
    </pre>
  );
}
