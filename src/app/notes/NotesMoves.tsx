import { ArrowLeft, ArrowRight, Eye, MonitorOff, RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePresentWords } from '../../i18n/present/words.ts';
import { Button } from '../../ui/Button.tsx';
import { placeAfter } from '../lesson/useLessonStep.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import styles from './NotesMoves.module.css';
import type { Speaker } from './useSpeaker.ts';

interface NotesMovesProps extends Pick<Speaker, 'at' | 'heard' | 'move'> {
  readonly keysOn: boolean;
}

/** Buttons large enough to hit without looking; the keys are those of the lesson. */
export function NotesMoves({ at, heard, move, keysOn }: NotesMovesProps) {
  const { dir } = useI18n();
  const { notes } = usePresentWords();
  useShortcuts(
    useMemo(() => {
      const [on, back] = dir === 'ltr' ? ['arrowright', 'arrowleft'] : ['arrowleft', 'arrowright'];
      return [
        { keys: [on, ' ', 'pagedown'], run: () => move('advance') },
        { keys: [back, 'pageup'], run: () => move('back') },
        { keys: ['b', 'ذ', '.'], run: () => move('blank') },
      ];
    }, [dir, move]),
    keysOn,
  );
  const again = heard !== null && heard.asks && heard.revealed;
  return (
    <nav className={styles['moves']} aria-label={notes.moves}>
      <Button
        data-action="back"
        disabled={placeAfter(at, -1) === null}
        onClick={() => move('back')}
      >
        <ArrowLeft data-mirrored aria-hidden size="1.3em" />
        {notes.back}
      </Button>
      <Button
        kind={heard?.ready === true ? 'strong' : 'plain'}
        data-action={again ? 'again' : 'reveal'}
        disabled={heard?.ready !== true && !again}
        onClick={() => move(again ? 'forget' : 'reveal')}
      >
        {again ? <RotateCcw aria-hidden size="1.2em" /> : <Eye aria-hidden size="1.3em" />}
        {again ? notes.forget : notes.show}
      </Button>
      <Button
        kind={heard?.ready === true ? 'plain' : 'strong'}
        data-action="next"
        disabled={placeAfter(at, 1) === null}
        onClick={() => move('next')}
      >
        {notes.next}
        <ArrowRight data-mirrored aria-hidden size="1.3em" />
      </Button>
      <Button
        data-action="blank"
        aria-pressed={heard?.blank === true}
        disabled={heard === null}
        onClick={() => move('blank')}
      >
        <MonitorOff aria-hidden size="1.2em" />
        {heard?.blank === true ? notes.unblank : notes.blank}
      </Button>
    </nav>
  );
}
