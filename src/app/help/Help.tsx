import { useWords } from '../../i18n/I18n.tsx';
import { usePresentWords } from '../../i18n/present/words.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Glossary } from './Glossary.tsx';
import styles from './Help.module.css';
import type { HelpPlace } from './openHelp.ts';
import { HelpSection } from './HelpSection.tsx';
import { PageSettings } from './PageSettings.tsx';

interface HelpProps {
  readonly place: HelpPlace;
  readonly keysOn: boolean;
  readonly onKeysOn: (on: boolean) => void;
  readonly onClose: () => void;
}

/** The page's settings, the keyboard shortcuts and the glossary. */
export function Help({ place, keysOn, onKeysOn, onClose }: HelpProps) {
  const { nav, shortcuts } = useWords();
  return (
    <Dialog title={nav.help} closeLabel={shortcuts.close} size="wide" onClose={onClose}>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <PageSettings keysOn={keysOn} onKeysOn={onKeysOn} />
          <div className={styles['keys']}>
            <Keys />
          </div>
        </div>
        <Glossary first={place === 'glossary'} />
      </div>
    </Dialog>
  );
}

const SECTIONS = {
  everywhere: [
    ['tab', 'Tab'],
    ['language', 'L'],
    ['theme', 'T'],
    ['help', '?'],
    ['glossary', 'G'],
  ],
  inLab: [
    ['seed', 'N'],
    ['reset', 'R'],
    ['scale', 'S'],
    ['quantity', 'Q'],
  ],
  inCharts: [
    ['rows', '↑ ↓'],
    ['open', 'Enter'],
    ['bins', '← →'],
  ],
} as const;

const LESSON = [
  ['steps', '← →'],
  ['chapters', '1 … 8'],
  ['present', 'P'],
  ['blank', 'B'],
  ['notes', 'N'],
  ['votes', 'V'],
] as const;

function Keys() {
  const { shortcuts } = useWords();
  const { keys } = usePresentWords();
  return (
    <>
      {(['everywhere', 'inLab', 'inCharts'] as const).map((section) => (
        <HelpSection
          key={section}
          title={`${shortcuts.title} · ${shortcuts[section]}`}
          rows={SECTIONS[section].map(([id, name]) => ({
            id,
            term: <Kbd>{name}</Kbd>,
            meaning: shortcuts[id],
          }))}
        />
      ))}
      <HelpSection
        title={`${shortcuts.title} · ${keys.title}`}
        rows={LESSON.map(([id, name]) => ({ id, term: <Kbd>{name}</Kbd>, meaning: keys[id] }))}
      />
    </>
  );
}
