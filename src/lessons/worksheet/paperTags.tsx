/** The tags of a text on paper, common to questions and answers. */
import { clampConfig } from '../../engine/lab/config.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import { snippet } from '../../engine/python/snippets/snippet.ts';
import { LECTURE_CODE } from '../../panels/instruments/LectureCode.tsx';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { laneName } from '../../panels/lanes/laneNames.ts';
import { placeOf } from '../index.ts';
import { useKey } from '../lessonContext.ts';
import { useWorksheet } from './worksheetContext.ts';
import styles from './worksheet.module.css';

export interface WithText {
  readonly children?: ReactNode;
}

export interface WithId extends WithText {
  readonly id: string;
}

/** Replaces tags that are not printed. */
export const Nothing = (): null => null;

export const Lane = ({ children }: WithText) => <span>{children}</span>;
export const Mark = ({ children }: WithText) => <strong>{children}</strong>;

export const Aside = ({ children }: WithText) => (
  <aside className={styles['aside']}>{children}</aside>
);

/** The lines of code; for a lane, those of the step's stage. */
export function Code({ id }: { readonly id: string }) {
  const { chapter } = useWorksheet();
  const [, step = ''] = useKey().split('/');
  const { lab } = parseQuery(placeOf(chapter.id, step).step.stage.query);
  const [lane] = lab.lanes;
  const lecture = { kind: 'program', text: LECTURE_CODE } as const;
  if (lane === undefined) return null;
  const found =
    id === 'lecture-draw' ? lecture : snippet('pytorch', clampConfig(laneConfig(lab, lane)).value);
  if (found.kind === 'missing') return null;
  return (
    <pre dir="ltr" lang="en" className={styles['code']}>
      {found.text.trim()}
    </pre>
  );
}

/** The three questions with boxes to tick by hand, for each lane of the step. */
export function ThreeBoxes() {
  const { chapter } = useWorksheet();
  const [, step = ''] = useKey().split('/');
  const words = useWords();
  const format = useFormat();
  const { threeQuestions: text } = useLessonWords();
  const { lanes } = parseQuery(placeOf(chapter.id, step).step.stage.query).lab;
  const box = <span className={styles['box']} />;
  return (
    <>
      <p>{text.caption}</p>
      <table className={styles['boxes']}>
        <thead>
          <tr>
            <th>{text.start}</th>
            <th>{text.different}</th>
            <th>{text.forward}</th>
            <th>{text.backward}</th>
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane) => {
            const name = laneName(lane, words, format);
            return (
              <tr key={name}>
                <th>{name}</th>
                <td>{box}</td>
                <td>{box}</td>
                <td>{box}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
