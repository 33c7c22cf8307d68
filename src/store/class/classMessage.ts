/** Messages between the lesson's window and the speaker's; anything else is ignored. */
import * as v from 'valibot';
import type { ClassSession } from './classSession.ts';
import { readSession, sessionFile } from './classSession.ts';

export const MOVES = ['next', 'back', 'advance', 'reveal', 'forget', 'blank'] as const;
export type Move = (typeof MOVES)[number];

const Printed = v.variant('kind', [
  v.object({ kind: v.picklist(['number', 'percent', 'integer']), value: v.number() }),
  v.object({ kind: v.literal('never') }),
]);

const Announced = v.object({
  /** A name that identifies the lesson's window. */
  presenter: v.string(),
  chapter: v.string(),
  step: v.string(),
  question: v.nullable(v.string()),
  asks: v.boolean(),
  /** Whether the outcome may be shown now; a link may require an answer first. */
  ready: v.boolean(),
  revealed: v.boolean(),
  outcome: v.nullable(v.union([v.string(), v.number()])),
  blank: v.boolean(),
  presenting: v.boolean(),
  /** Numbers in the step's notes, by the name that `numberName` gives. */
  numbers: v.record(v.string(), Printed),
});

const Message = v.variant('kind', [
  /** The speaker's window asks which lessons are open. */
  v.object({ kind: v.literal('who') }),
  v.object({ kind: v.literal('here'), at: Announced }),
  v.object({ kind: v.literal('gone'), presenter: v.string() }),
  v.object({ kind: v.literal('move'), presenter: v.string(), move: v.picklist(MOVES) }),
  v.object({ kind: v.literal('session'), session: v.unknown() }),
]);

/** The state that the lesson's window announces. */
export type Announced = v.InferOutput<typeof Announced>;

export type ClassMessage =
  | { readonly kind: 'who' }
  | { readonly kind: 'here'; readonly at: Announced }
  | { readonly kind: 'gone'; readonly presenter: string }
  | { readonly kind: 'move'; readonly presenter: string; readonly move: Move }
  | { readonly kind: 'session'; readonly session: ClassSession };

/** `null` for anything else, such as a message of another version. */
export function readMessage(given: unknown): ClassMessage | null {
  const read = v.safeParse(Message, given);
  if (!read.success) return null;
  const message = read.output;
  return message.kind === 'session'
    ? { kind: 'session', session: readSession(message.session) }
    : message;
}

/** The message as plain data, ready to be sent. */
export const writtenMessage = (message: ClassMessage): object =>
  message.kind === 'session' ? { kind: 'session', session: sessionFile(message.session) } : message;

/** Which of two lessons the speaker's window follows: the one on the projector, else the one heard last. */
export const announcementToFollow = (now: Announced | null, heard: Announced): Announced =>
  now !== null && now.presenter !== heard.presenter && now.presenting && !heard.presenting
    ? now
    : heard;
