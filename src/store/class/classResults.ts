/** Combines the files of a class: what students knew before the lesson, and after it. */
import { csvText } from '../../engine/experiment/csvText.ts';
import type { StudentFile } from './studentFile.ts';

/** The right option, by the key under which the answer is remembered. */
export type RightAnswers = Readonly<Record<string, string>>;

/** `chapter/step/`, the common prefix of the keys of the quiz's questions. */
const QUIZ = 'choose/quiz/';

const quizKeys = (right: RightAnswers): readonly string[] =>
  Object.keys(right).filter((key) => key.startsWith(QUIZ));
export const questionOf = (key: string): string => key.slice(QUIZ.length);

/** How many answers there are, and how many of them are right. */
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
  /** Predictions in the chapters, without the quiz. */
  readonly predictions: Score;
}

/** One student's scores. */
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

/** One question of the quiz, over the whole class. */
export interface QuestionResult {
  readonly question: string;
  readonly before: Score;
  readonly after: Score;
}

/** The results of every question of the quiz. */
export const questionResults = (
  students: readonly StudentFile[],
  right: RightAnswers,
): readonly QuestionResult[] =>
  quizKeys(right).map((key) => ({
    question: questionOf(key),
    before: scoreOf(students.map((student) => markBefore(student, key, right))),
    after: scoreOf(students.map((student) => markAfter(student, key, right))),
  }));

/** Quotes a cell that a spreadsheet would take for a formula. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const mark = (value: boolean | null): string => (value === null ? '' : value ? '1' : '0');

/** One row per student, with each question before and after: 1 if right, 0 if wrong, empty if not answered. */
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
  // The byte order mark tells a spreadsheet that names are UTF-8.
  return `\uFEFF${csvText([[...heads, ...questions], ...rows])}`;
}
