import { useCallback, useEffect, useRef, useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useClassWords } from '../../i18n/class/words.ts';
import { RIGHT_ANSWERS } from '../../lessons/facts/rightAnswers.ts';
import { download } from '../../panels/files/download.ts';
import { classCsv } from '../../store/class/classResults.ts';
import { openStudent } from '../../store/class/studentFile.ts';
import type { StudentFile, StudentProblem } from '../../store/class/studentFile.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ClassTable } from './ClassTable.tsx';
import styles from './class.module.css';

interface Refused {
  readonly name: string;
  readonly problem: StudentProblem;
}

/** The teacher's part: the files of all students become a table, bars and a CSV file. */
export function TeacherResults() {
  const { format } = useI18n();
  const words = useClassWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [students, setStudents] = useState<readonly StudentFile[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const open = useCallback(async (files: readonly File[]): Promise<void> => {
    const read = await Promise.all(
      files.map(async (file) => ({ name: file.name.slice(0, 80), read: await openStudent(file) })),
    );
    setStudents((before) => [
      ...before,
      ...read.flatMap((each) => (each.read.ok ? [each.read.student] : [])),
    ]);
    setRefused(
      read.flatMap(({ name, read: each }) => (each.ok ? [] : [{ name, problem: each.problem }])),
    );
  }, []);
  useDroppedFiles(open);
  return (
    <section className={styles['half']} aria-labelledby="teacher">
      <h2 id="teacher">{words.teacher}</h2>
      <p>{words.teacherLead}</p>
      <div className={styles['tools']}>
        {/* The browser's own file button would be in the browser's language, not the page's. */}
        <Button kind="strong" data-action="choose-files" onClick={() => chooser.current?.click()}>
          {words.choose}
        </Button>
        <input
          ref={chooser}
          hidden
          multiple
          type="file"
          accept=".json,application/json"
          aria-label={words.choose}
          data-class-files
          onChange={(event) => {
            const { files } = event.target;
            if (files !== null) void open([...files]);
            event.target.value = '';
          }}
        />
        {students.length > 0 && (
          <>
            <Button
              data-export="csv"
              onClick={() => {
                const table = classCsv(students, RIGHT_ANSWERS);
                download('init-lab-class.csv', new Blob([table], { type: 'text/csv' }));
              }}
            >
              {words.csv}
            </Button>
            <Button
              data-action="clear"
              onClick={() => {
                setStudents([]);
                setRefused([]);
              }}
            >
              {words.clear}
            </Button>
            <output>{words.count(format.integer(students.length))}</output>
          </>
        )}
      </div>
      {refused.map(({ name, problem }) => (
        <Notice key={name}>
          <bdi>{name}</bdi>: {words.problems[problem]}
        </Notice>
      ))}
      {students.length > 0 && <ClassTable students={students} />}
    </section>
  );
}

/** Accepts any number of files dropped anywhere on the page. */
function useDroppedFiles(open: (files: readonly File[]) => Promise<void>): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      // Otherwise the browser would leave the page and open the file.
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      over(event);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void open(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [open]);
}
