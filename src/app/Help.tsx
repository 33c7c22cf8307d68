import { useWords } from '../i18n/I18n.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Help.module.css';

/** Every key and what it does. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const { shortcuts: words } = useWords();
  const sections: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      words.everywhere,
      [
        ['Tab', words.tab],
        ['L', words.language],
        ['T', words.theme],
        ['?', words.help],
      ],
    ],
    [
      words.inLab,
      [
        ['N', words.seed],
        ['R', words.reset],
        ['S', words.scale],
        ['Q', words.quantity],
      ],
    ],
    [
      words.inCharts,
      [
        ['↑ ↓', words.rows],
        ['Enter', words.open],
        ['← →', words.bins],
      ],
    ],
  ];
  return (
    <Dialog title={words.title} closeLabel={words.close} onClose={onClose}>
      {sections.map(([title, rows]) => (
        <section key={title} className={styles['section']}>
          <h3>{title}</h3>
          <dl>
            {rows.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd dir="ltr">{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
