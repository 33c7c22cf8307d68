import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLaneLook } from '../../panels/lanes/useLaneLook.ts';
import { useKey, useTextActions, useLessonReading } from '../lessonContext.ts';
import styles from './text.module.css';

interface WithText {
  readonly children?: ReactNode;
}

/** The title of a step; in the recap, a link to it. */
export function H1({ children }: WithText) {
  const { mode, hash, focusTitle } = useLessonReading();
  const key = useKey();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusTitle && mode === 'page') ref.current?.focus({ preventScroll: true });
  }, [focusTitle, mode]);
  if (mode === 'recap') {
    const [chapter = '', step = ''] = key.split('/');
    return (
      <h2 className={styles['recapTitle']}>
        <a href={hash(chapter, step)}>{children}</a>
      </h2>
    );
  }
  return (
    <h1 ref={ref} tabIndex={-1} className={styles['title']}>
      {children}
    </h1>
  );
}

export function Mark({ children }: WithText) {
  return <mark className={styles['mark']}>{children}</mark>;
}

export function Aside({ children }: WithText) {
  return <aside className={styles['aside']}>{children}</aside>;
}

/** The answer in a few words; drawn over the stage, if the page has a place for it. */
export function Headline({ children }: WithText) {
  const { headlinePlace = null } = useLessonReading();
  return headlinePlace && createPortal(children, headlinePlace);
}

/** Instructions for the page, omitted on paper. */
export const OnScreen = ({ children }: WithText) => children;

/** A name from a program, always left to right. */
export function InlineCode({ children }: WithText) {
  return (
    <code dir="ltr" lang="en">
      {children}
    </code>
  );
}

interface LaneProps extends WithText {
  readonly i: number;
}

/** A word for a lane, underlined in the lane's line style; hovering marks the lane on the stage. */
export function Lane({ i, children }: LaneProps) {
  const { language } = useI18n();
  const { mode } = useLessonReading();
  const { point } = useTextActions();
  const look = useLaneLook(i);
  // In the recap, the lanes of that step are not on the stage.
  if (mode === 'recap') return children;
  return (
    <button
      type="button"
      lang={language}
      className={styles['lane']}
      data-tone={look.tone}
      data-dash={look.dash}
      data-shade={look.shade}
      onPointerEnter={() => point(i)}
      onPointerLeave={() => point(null)}
      onFocus={() => point(i)}
      onBlur={() => point(null)}
    >
      {children}
    </button>
  );
}
