import { Suspense, useLayoutEffect } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useClass } from '../../store/class/classStore.ts';
import { useStore } from '../../store/store.ts';
import type { LessonMoves } from '../lesson/useLessonMoves.ts';
import type { LessonStep } from '../lesson/useLessonStep.ts';
import { VotesDialog } from '../votes/VotesDialog.tsx';
import { Blank } from './Blank.tsx';
import { Edges } from './Edges.tsx';
import { PresentBar } from './PresentBar.tsx';
import { Refused } from './Refused.tsx';
import './present.css';
import { useAnnouncing } from './useAnnouncing.ts';
import { useFit } from './useFit.ts';

export interface ClassToolsProps {
  readonly at: LessonStep;
  readonly moves: LessonMoves;
  /** Whether a question may be skipped. */
  readonly skips: boolean;
}

/** The parts of a lesson that are used in class: the projector's bar, taps at the edges, black screen, votes. */
export function ClassTools({ at, moves, skips }: ClassToolsProps) {
  const { dir, language } = useI18n();
  const presenting = useStore((state) => state.presenting);
  const blank = useClass((state) => state.blank);
  const counting = useClass((state) => state.counting);
  const refused = useClass((state) => state.refused);
  // Charts share the height of the screen; present.css uses their number.
  const { panels, kind } = at.stage;
  // With several charts, a race's play button takes the room of one more.
  const shown = panels.length + (kind === 'race' && panels.length > 1 ? 1 : 0);
  useLayoutEffect(() => {
    if (presenting) document.documentElement.dataset['present'] = `${shown}`;
  }, [presenting, shown]);
  useFit(presenting ? `${at.stageKey} ${language}` : null);
  return (
    <>
      {presenting && (
        <>
          <Edges dir={dir} onBack={moves.back} onNext={moves.advance} />
          <PresentBar at={at} moves={moves} skips={skips} />
        </>
      )}
      {blank && <Blank />}
      <Suspense>
        <Announcing at={at} moves={moves} skips={skips} />
      </Suspense>
      {counting && <VotesDialog at={at} />}
      {refused && <Refused />}
    </>
  );
}

/** A separate component, because it suspends on the chapter's text and must not hold up the keys. */
function Announcing({ at, moves, skips }: ClassToolsProps) {
  useAnnouncing(at, moves, skips);
  return null;
}
