/** The English words of the class page; fa.ts has the same keys. */
const QUESTIONS: Readonly<Record<string, string>> = {
  ones: 'All weights 1: how many different units?',
  'uniform-std': 'Spread of a uniform draw',
  'linear-400': '0.1 at width 400',
  'xavier-relu': 'Xavier under ReLU',
  shapes: 'Uniform against normal',
  'sigmoid-gradient': 'Gradient through ten sigmoids',
  'tanh-100': 'A hundred layers of tanh',
  'he-tanh': 'He under tanh',
  float16: 'N(0, 1) in half precision',
  'fan-out': 'Backward through a widening layer',
};

export const classEn = {
  title: 'Did it teach?',
  lead: 'The same ten questions before the lesson and after it, and what was predicted in between. Everything stays on this device until a student hands a file over.',
  student: 'For students',
  studentLead:
    'Answer what you can before the lesson; guessing is fine, nobody sees it. Take the lesson and its quiz. Then save one file.',
  before: 'Ten questions before the lesson',
  lesson: 'The lesson',
  after: 'The same questions afterwards: the quiz',
  name: 'Name, or leave it empty',
  save: 'Save my results',
  holds: (count: string) => `${count} answers of the lesson so far`,
  private:
    'The file holds your name as typed, the options you chose and what came out. It is saved on this device and sent nowhere.',
  teacher: 'For teachers',
  teacherLead:
    'Drop the class’s files anywhere on this page, thirty at once, or choose them. They are read in this tab and kept nowhere.',
  choose: 'Choose files of results',
  csv: 'Save as CSV',
  clear: 'Clear',
  count: (count: string) => `${count} students`,
  table: 'Results by student',
  nameless: 'no name',
  of: (right: string, answered: string) => `${right} of ${answered}`,
  columns: { name: 'name', before: 'before', after: 'after', predictions: 'predictions' },
  byQuestion: 'Right answers by question',
  questions: QUESTIONS,
  problems: {
    'too-big': 'This is far larger than a file of results can be.',
    'not-text': 'This file could not be read.',
    'not-json': 'This is no file of results: it is not JSON.',
    'other-format':
      'This is another kind of file. Students save theirs on this page, under “Save my results”.',
    'bad-field': 'The file has been changed: something in it is not as this page saves it.',
  },
};

export type ClassWords = typeof classEn;
