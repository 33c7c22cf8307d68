import { clampConfig } from '../../engine/lab/config.ts';
import { initializerCode, SNIPPET_LIBRARIES } from '../../engine/python/snippets/snippet.ts';
import type { ExperimentConfig } from '../../engine/types.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { LIBRARY_NAMES, LibraryCode } from './LibraryCode.tsx';
import styles from './Elsewhere.module.css';

/** A lane's initializer in four libraries, with its parameters; below it, the whole program. */
export function Elsewhere({ config }: { readonly config: ExperimentConfig }) {
  const { code } = useWords();
  const { value } = clampConfig(config);
  return (
    <div className={styles['elsewhere']}>
      <dl className={styles['names']} dir="ltr">
        {SNIPPET_LIBRARIES.map((library) => {
          const text = initializerCode(library, value.initializer);
          return (
            <div key={library} data-library={library}>
              <dt lang="en">{LIBRARY_NAMES[library]}</dt>
              {text === null ? (
                <dd dir="auto">{code.none}</dd>
              ) : (
                <dd lang="en">
                  <code>{text}</code>
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      <LibraryCode config={value} />
    </div>
  );
}
