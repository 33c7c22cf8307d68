import { VERDICTS } from '../engine/types.ts';
import type { Words } from '../i18n/en.ts';
import { useWords } from '../i18n/I18n.tsx';
import { VERDICT_SHAPES } from '../panels/Verdict.tsx';
import { Ltr } from '../ui/Ltr.tsx';
import { HelpSection } from './HelpSection.tsx';

/** The symbols are the same in every language. */
const TERMS = [
  ['weight', 'W'],
  ['bias', 'b'],
  ['preActivation', 'z'],
  ['activation', 'h'],
  ['gradient', '∂C/∂z'],
  ['std', 'σ'],
  ['fan', 'n'],
  ['seed', ''],
] as const satisfies readonly (readonly [keyof Words['glossary']['terms'], string])[];

/** What the words and symbols of the page mean. */
export function Glossary() {
  const { glossary, verdicts } = useWords();
  const terms = TERMS.map(([id, symbol]) => ({
    id,
    term: <Ltr>{symbol}</Ltr>,
    meaning: <Meaning {...glossary.terms[id]} />,
  }));
  const judged = VERDICTS.map((id) => ({
    id,
    term: VERDICT_SHAPES[id],
    meaning: <Meaning name={verdicts[id]} about={glossary.verdicts[id]} />,
  }));
  return <HelpSection title={glossary.title} rows={[...terms, ...judged]} />;
}

function Meaning({ name, about }: { readonly name: string; readonly about: string }) {
  return (
    <>
      <strong>{name}:</strong> {about}
    </>
  );
}
