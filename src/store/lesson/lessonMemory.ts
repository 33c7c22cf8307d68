/** What the lesson remembers on this device: the place, the steps seen, what was predicted. */
import * as v from 'valibot';
import { readStored, writeStored } from '../state/device.ts';

const KEY = 'init-lab:lesson';

const Answer = v.variant('kind', [
  v.object({ kind: v.literal('choice'), option: v.string() }),
  /** Powers of ten, index = layer − 1; null where nothing was drawn. */
  v.object({ kind: v.literal('sketch'), decades: v.array(v.nullable(v.number())) }),
]);

const Memory = v.object({
  answer: v.fallback(v.nullable(Answer), null),
  /** Whether the outcome has been shown. */
  revealed: v.fallback(v.boolean(), false),
  /** The option the engine found right; for a sketch, its error in powers of ten at the last layer. */
  outcome: v.fallback(v.nullable(v.union([v.string(), v.number()])), null),
});

/** An invalid entry (another version, edited by hand) is dropped; the others stay. */
const Lesson = v.object({
  version: v.literal(1),
  place: v.fallback(v.nullable(v.object({ chapter: v.string(), step: v.string() })), null),
  seen: v.fallback(v.array(v.string()), []),
  memories: v.fallback(v.record(v.string(), v.unknown()), {}),
});

export type Answer = v.InferOutput<typeof Answer>;
export type Memory = v.InferOutput<typeof Memory>;

export interface LessonMemory {
  readonly place: { readonly chapter: string; readonly step: string } | null;
  /** Steps as `chapter/step`. */
  readonly seen: readonly string[];
  /** By `chapter/step`, or `chapter/step/question` for the quiz. */
  readonly memories: Readonly<Record<string, Memory>>;
}

const EMPTY: LessonMemory = { place: null, seen: [], memories: {} };

/** Accepts any text, or none; what is invalid counts as empty. */
export function parseMemory(text: string | null): LessonMemory {
  if (text === null) return EMPTY;
  let given: unknown = null;
  try {
    given = JSON.parse(text);
  } catch {
    return EMPTY;
  }
  const read = v.safeParse(Lesson, given);
  if (!read.success) return EMPTY;
  const { place, seen, memories } = read.output;
  const good = Object.entries(memories).flatMap(([key, value]) => {
    const memory = v.safeParse(Memory, value);
    return memory.success ? [[key, memory.output] as const] : [];
  });
  return { place, seen, memories: Object.fromEntries(good) };
}

export const storedMemory = (): LessonMemory => parseMemory(readStored(KEY));

export function rememberMemory({ place, seen, memories }: LessonMemory): void {
  writeStored(KEY, JSON.stringify({ version: 1, place, seen, memories }));
}
