import { useEffect, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { Printer } from 'lucide-react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useWorksheetWords } from '../../i18n/worksheet/words.ts';
import { loadText } from '../../lessons/index.ts';
import type { Chapter } from '../../lessons/schema.ts';
import { computeWorksheet } from '../../lessons/worksheet/computeWorksheet.ts';
import { Worksheet } from '../../lessons/worksheet/Worksheet.tsx';
import type { Computed } from '../../lessons/worksheet/worksheetContext.ts';
import { computeStages } from '../../store/lesson/stageResults.ts';
import { Button } from '../../ui/Button.tsx';
import { addressOf } from '../address/route.ts';
import { QrPicture } from '../share/QrPicture.tsx';
import styles from './Printing.module.css';

interface PrintingProps {
  readonly chapter: Chapter;
  /** Hash of the chapter's first step. */
  readonly hash: string;
}

type Sheet = ReadonlyMap<string, Computed>;

type State =
  | { readonly kind: 'idle' | 'failed' }
  | { readonly kind: 'computing'; readonly done: number; readonly of: number };

const NOTHING: Sheet = new Map();

/** The results of chapters printed before: the same in every language, and each time. */
const printed = new Map<string, Sheet>();

/** Resolves after two frames, when the sheet has been laid out. */
const laidOut = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

/** Prints the chapter as a handout: with computed answers from the button, without them from the browser's menu. */
export function Printing({ chapter, hash }: PrintingProps) {
  const { language, format } = useI18n();
  const words = useWorksheetWords();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);

  useEffect(() => {
    // The browser prints the page as it is when this handler returns.
    const before = (): void => flushSync(() => setSheet((old) => old ?? NOTHING));
    const after = (): void => setSheet(null);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const print = async (): Promise<void> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    try {
      const { outline } = await loadText(chapter.id, language);
      const computed =
        printed.get(chapter.id) ??
        (await computeWorksheet(chapter, outline, (stages) =>
          computeStages(
            stages,
            (done) => setState({ kind: 'computing', done, of: stages.length }),
            mine.signal,
          ),
        ));
      printed.set(chapter.id, computed);
      setSheet(computed);
      setState({ kind: 'idle' });
      await laidOut();
      window.print();
    } catch {
      if (!mine.signal.aborted) setState({ kind: 'failed' });
    }
  };
  const address = addressOf(hash);
  return (
    <div className={styles['printing']}>
      <Button
        kind="quiet"
        data-action="worksheet"
        disabled={state.kind === 'computing'}
        onClick={() => void print()}
      >
        <Printer aria-hidden size="1.1em" />
        {words.print}
      </Button>
      <output>
        {state.kind === 'failed' && words.failed}
        {state.kind === 'computing' &&
          words.preparing(format.integer(state.done), format.integer(state.of))}
      </output>
      {sheet !== null &&
        createPortal(
          <div className={styles['paper']} data-paper>
            <Worksheet
              chapter={chapter.id}
              computed={sheet}
              address={
                <footer className={styles['address']}>
                  <div className={styles['code']}>
                    <QrPicture text={address} label={words.qr} />
                  </div>
                  <p>
                    {words.here}
                    <br />
                    <span dir="ltr">{address}</span>
                  </p>
                </footer>
              }
            />
          </div>,
          document.body,
        )}
    </div>
  );
}
