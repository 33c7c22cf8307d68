/** `init-lab/class@1`: one student's answers and the outcomes, as a file to hand in. Nothing else leaves the device. */
import * as v from 'valibot';
import type { LessonMemory } from '../lesson/lessonMemory.ts';

const FORMAT = 'init-lab/class@1';
/** A file with every question of the lesson takes about 6 kB. */
export const MAX_BYTES = 500_000;

const Option = v.pipe(v.string(), v.maxLength(60));
const StudentFileSchema = v.object({
  format: v.literal(FORMAT),
  name: v.pipe(v.string(), v.maxLength(80)),
  /** Options of the quiz before the lesson, by question. */
  before: v.record(v.string(), Option),
  /** The chosen option and the outcome, by `chapter/step`, or `chapter/step/question` for the quiz. */
  answers: v.record(
    v.string(),
    v.object({ option: Option, outcome: v.nullable(v.union([v.string(), v.number()])) }),
  ),
});

export type StudentFile = v.InferOutput<typeof StudentFileSchema>;

/** The student's file as text, without sketches, which have no options. */
export function studentFileText(
  name: string,
  before: StudentFile['before'],
  { memories }: Pick<LessonMemory, 'memories'>,
): string {
  const answers = Object.entries(memories).flatMap(([key, { answer, outcome }]) =>
    answer?.kind === 'choice' ? [[key, { option: answer.option, outcome }] as const] : [],
  );
  const file: StudentFile = {
    format: FORMAT,
    name: name.trim().slice(0, 80),
    before,
    answers: Object.fromEntries(answers),
  };
  return JSON.stringify(file, null, 2);
}

export type StudentProblem = 'too-big' | 'not-text' | 'not-json' | 'other-format' | 'bad-field';

export type ReadStudent =
  | { readonly ok: true; readonly student: StudentFile }
  | { readonly ok: false; readonly problem: StudentProblem };

const failed = (problem: StudentProblem): ReadStudent => ({ ok: false, problem });

/** Accepts any text. */
export function readStudent(text: string): ReadStudent {
  let given: unknown = null;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failed('not-json');
  }
  const named = v.safeParse(v.object({ format: v.literal(FORMAT) }), given);
  if (!named.success) return failed('other-format');
  const read = v.safeParse(StudentFileSchema, given);
  return read.success ? { ok: true, student: read.output } : failed('bad-field');
}

/** Never rejects. */
export async function openStudent(file: File): Promise<ReadStudent> {
  // Checked before reading, so that a video dropped by mistake is not read into memory.
  if (file.size > MAX_BYTES) return failed('too-big');
  try {
    return readStudent(await file.text());
  } catch {
    return failed('not-text');
  }
}
