import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/I18n.tsx';
import { useLaneLook } from '../panels/useLaneLook.ts';
import { useLessonPage } from './lessonContext.ts';
import styles from './text.module.css';

interface WithText {
  readonly children?: ReactNode;
}

/** The title of a step; in the recap, a link to it. */
export function H1({ children }: WithText) {
  const { mode, focusTitle } = useLessonPage();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusTitle && mode === 'page') ref.current?.focus({ preventScroll: true });
  }, [focusTitle, mode]);
  if (mode === 'recap') return null;
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

/** A name from a program keeps its direction. */
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

/** A word for a lane, underlined as the lane is drawn; pointed at, it marks the lane on the stage. */
export function Lane({ i, children }: LaneProps) {
  const { language } = useI18n();
  const { point } = useLessonPage();
  const look = useLaneLook(i);
  return (
    <button
      type="button"
      lang={language}
      className={styles['lane']}
      data-tone={look.tone}
      data-dash={look.dash}
      onPointerEnter={() => point(i)}
      onPointerLeave={() => point(null)}
      onFocus={() => point(i)}
      onBlur={() => point(null)}
    >
      {children}
    </button>
  );
}
