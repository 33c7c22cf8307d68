import { later } from '../../ui/later.tsx';
import { useLessonReading } from '../lessonContext.ts';
import type { CodeId } from '../tags.ts';

// Each is shown by only one step.
const LectureCode = later(
  async () => (await import('../../panels/instruments/LectureCode.tsx')).LectureCode,
);
const LaneCode = later(
  async () => (await import('../../panels/instruments/LaneCode.tsx')).LaneCode,
);

/** The pieces of code a text may show: the lecture's lines, and programs for the lanes on the stage. */
const CODES = { 'lecture-draw': LectureCode, lane: LaneCode } as const satisfies Record<
  CodeId,
  unknown
>;

const isCode = (id: string): id is CodeId => Object.hasOwn(CODES, id);

export function Code({ id }: { readonly id: string }) {
  const { mode } = useLessonReading();
  if (!isCode(id)) throw new Error(`<Code id="${id}"> is not in Code.tsx`);
  const Piece = CODES[id];
  if (mode === 'recap') return null;
  return <Piece />;
}
