import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { VERDICTS } from '../../engine/types.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { useShareWords } from '../../i18n/share/words.ts';
import { useGlossaryWords } from '../../i18n/glossary/words.ts';
import { PLAIN_TERMS, SYMBOLS } from '../../i18n/glossary/symbols.ts';
import { VERDICT_SHAPES } from '../../panels/lanes/Verdict.tsx';
import { MathSymbol } from '../../ui/MathSymbol.tsx';
import styles from './Help.module.css';
import { HelpSection } from './HelpSection.tsx';
import type { HelpRow } from './HelpSection.tsx';
import { hideable } from '../share/hideable.ts';

const CONTROLS = [...new Set([...hideable('lab'), ...hideable('train'), ...hideable('lesson')])];

/** The meaning of the page's words, symbols and controls; `first`: scrolled into view on opening. */
export function Glossary({ first }: { readonly first: boolean }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (first) ref.current?.scrollIntoView({ block: 'start' });
  }, [first]);
  const { verdicts } = useWords();
  const { controls } = useShareWords();
  const glossary = useGlossaryWords();
  const { terms, settings } = glossary;
  const marked = (id: string, term: ReactNode, name: string, about: string): HelpRow => ({
    id,
    term,
    meaning: (
      <>
        <strong>{name}:</strong> {about}
      </>
    ),
  });
  const named = (id: string, name: string, about: string): HelpRow => ({
    id,
    term: `${name}: `,
    meaning: about,
    inLine: true,
  });
  return (
    <div ref={ref} className={styles['column']} data-glossary>
      <HelpSection
        title={glossary.symbols}
        rows={SYMBOLS.map(({ id, symbol }) =>
          marked(id, <MathSymbol text={symbol} />, terms[id].name, terms[id].about),
        )}
      />
      <HelpSection
        title={glossary.verdictsTitle}
        rows={VERDICTS.map((id) =>
          marked(id, VERDICT_SHAPES[id], verdicts[id], glossary.verdicts[id]),
        )}
      />
      <HelpSection
        title={glossary.words}
        rows={PLAIN_TERMS.map((id) => named(id, terms[id].name, terms[id].about))}
      />
      <HelpSection
        title={glossary.controls}
        rows={CONTROLS.map((id) => named(id, controls[id], settings[id]))}
      />
    </div>
  );
}
