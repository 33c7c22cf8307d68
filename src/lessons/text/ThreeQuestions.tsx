import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { startChecks } from '../../engine/measure/startChecks.ts';
import type { SizeCheck, StartChecks } from '../../engine/measure/startChecks.ts';
import { useFormat } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useLaneNames } from '../../panels/lanes/useLaneNames.ts';
import { useFacts } from '../lessonContext.ts';
import { Lane } from './tagsOfText.tsx';
import styles from './ThreeQuestions.module.css';

/** The three questions of the first chapter, one row per lane on the stage, answered by measurement. */
export function ThreeQuestions() {
  const facts = useFacts();
  const names = useLaneNames();
  const { threeQuestions: text } = useLessonWords();
  return (
    <table className={styles['table']} data-three-questions>
      <caption>{text.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.start}</th>
          <th scope="col">{text.different}</th>
          <th scope="col">{text.forward}</th>
          <th scope="col">{text.backward}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, index) => {
          const known = facts.lanes[index] ?? null;
          return (
            <tr key={name}>
              <th scope="row">
                <Lane i={index}>{name}</Lane>
              </th>
              <Answers checks={known === null ? null : startChecks(known.layers)} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Answers({ checks }: { readonly checks: StartChecks | null }) {
  const format = useFormat();
  const { threeQuestions: text, numbers } = useLessonWords();
  if (checks === null) {
    return (
      <td colSpan={3} data-pending>
        <span aria-hidden>…</span>
        <span className={styles['spoken']}>{numbers.pending}</span>
      </td>
    );
  }
  const size = ({ ratio }: SizeCheck): string =>
    text.times(format.plain(Number(ratio.toPrecision(2))));
  const { different, forward, backward } = checks;
  return (
    <>
      <Answer kept={different.kept}>
        {!different.kept &&
          text.units(format.integer(different.distinct), format.integer(different.units))}
      </Answer>
      <Answer kept={forward.kept}>{size(forward)}</Answer>
      {backward === null ? <td>–</td> : <Answer kept={backward.kept}>{size(backward)}</Answer>}
    </>
  );
}

interface AnswerProps {
  readonly kept: boolean;
  readonly children: ReactNode;
}

function Answer({ kept, children }: AnswerProps) {
  const { threeQuestions: text } = useLessonWords();
  const Mark = kept ? Check : X;
  return (
    <td data-kept={kept}>
      <Mark aria-hidden size="1.1em" strokeWidth={2.5} />
      <span className={styles['spoken']}>{kept ? text.yes : text.no}</span>{' '}
      <bdi className={styles['number']}>{children}</bdi>
    </td>
  );
}
