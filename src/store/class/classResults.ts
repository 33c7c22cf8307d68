/** What a class's files say together: who knew what before the lesson, and after it. */
import { csvText } from '../../engine/experiment/csvText.ts';
import type { StudentFile } from './studentFile.ts';

/** Option that is right, by the key it is remembered under. */
export type RightAnswers = Readonly<Record<string, string>>;

/** `chapter/step/` that the quiz's questions stand under. */
const QUIZ = 'choose/quiz/';

const quizKeys = (right: RightAnswers): readonly string[] =>
  Object.keys(right).filter((key) => key.startsWith(QUIZ));
export const questionOf = (key: string): string => key.slice(QUIZ.length);

/** Right ones of those that were answered. */
export interface Score {
  readonly right: number;
  readonly answered: number;
}

const scoreOf = (marks: readonly (boolean | null)[]): Score => ({
  right: marks.filter((mark) => mark === true).length,
  answered: marks.filter((mark) => mark !== null).length,
});

const markBefore = (student: StudentFile, key: string, right: RightAnswers): boolean | null => {
  const option = student.before[questionOf(key)];
  return option === undefined ? null : option === right[key];
};

const markAfter = (student: StudentFile, key: string, right: RightAnswers): boolean | null => {
  const answer = student.answers[key];
  return answer === undefined ? null : answer.option === right[key];
};

export interface StudentResult {
  readonly name: string;
  readonly before: Score;
  readonly after: Score;
  /** Predictions of the chapters, the quiz left out. */
  readonly predictions: Score;
}

export function studentResult(student: StudentFile, right: RightAnswers): StudentResult {
  const quiz = quizKeys(right);
  const others = Object.keys(right).filter((key) => !quiz.includes(key));
  return {
    name: student.name,
    before: scoreOf(quiz.map((key) => markBefore(student, key, right))),
    after: scoreOf(quiz.map((key) => markAfter(student, key, right))),
    predictions: scoreOf(others.map((key) => markAfter(student, key, right))),
  };
}

/** One question of the quiz over the class. */
export interface QuestionResult {
  readonly question: string;
  readonly before: Score;
  readonly after: Score;
}

export const questionResults = (
  students: readonly StudentFile[],
  right: RightAnswers,
): readonly QuestionResult[] =>
  quizKeys(right).map((key) => ({
    question: questionOf(key),
    before: scoreOf(students.map((student) => markBefore(student, key, right))),
    after: scoreOf(students.map((student) => markAfter(student, key, right))),
  }));

/** A spreadsheet takes a cell that begins like a formula for one. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const mark = (value: boolean | null): string => (value === null ? '' : value ? '1' : '0');

/** A row per student; each question before and after: 1 right, 0 wrong, empty not answered. */
export function classCsv(students: readonly StudentFile[], right: RightAnswers): string {
  const quiz = quizKeys(right);
  const heads = ['name', 'before', 'after', 'predictions_right', 'predictions_made'];
  const questions = quiz.flatMap((key) => [
    `${questionOf(key)}_before`,
    `${questionOf(key)}_after`,
  ]);
  const rows = students.map((student) => {
    const { before, after, predictions } = studentResult(student, right);
    return [
      harmless(student.name),
      ...[before.right, after.right, predictions.right, predictions.answered].map(String),
      ...quiz.flatMap((key) => [
        mark(markBefore(student, key, right)),
        mark(markAfter(student, key, right)),
      ]),
    ];
  });
  // The mark at the beginning tells a spreadsheet that names are UTF-8.
  return `\uFEFF${csvText([[...heads, ...questions], ...rows])}`;
}
