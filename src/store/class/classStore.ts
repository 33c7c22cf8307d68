/** The lecture's state in this window: the stored session, and what only this window shows. Fetched with the lesson. */
import { create } from 'zustand';
import { openChannel } from './classChannel.ts';
import type { ClassChannel } from './classChannel.ts';
import type { ClassMessage } from './classMessage.ts';
import { NEW_SESSION, rememberSession, storedSession, tallyOf } from './classSession.ts';
import type { ClassSession, Clock } from './classSession.ts';
import type { Tally } from './tally.ts';

interface ClassState {
  readonly session: ClassSession;
  /** Whether the screen is black. */
  readonly blank: boolean;
  /** Whether the panel for counting hands is open in the lesson's own window. */
  readonly counting: boolean;
  /** Whether the browser refused to open the speaker's window. */
  readonly refused: boolean;
  readonly setTally: (key: string, change: (tally: Tally) => Tally) => void;
  readonly setClock: (clock: Clock) => void;
  readonly clearVotes: () => void;
}

export const useClass = create<ClassState>()((set) => ({
  session: storedSession(),
  blank: false,
  counting: false,
  refused: false,
  setTally: (key, change) =>
    set(({ session }) => ({
      session: {
        ...session,
        votes: { ...session.votes, [key]: change(tallyOf(session, key)) },
      },
    })),
  setClock: (clock) => set(({ session }) => ({ session: { ...session, clock } })),
  clearVotes: () => set(({ session }) => ({ session: { ...NEW_SESSION, clock: session.clock } })),
}));

/** The clock after its button is pressed at `now`. */
export const toggleClock = ({ since, before }: Clock, now: number): Clock =>
  since === null ? { since: now, before } : { since: null, before: before + now - since };

/**
 * Connects this window to the channel. Changes to the session here are stored and sent; changes from other windows
 * are adopted. All other messages are passed to `hear`.
 */
export function joinClass(hear: (message: ClassMessage) => void): ClassChannel {
  let taken: ClassSession | null = null;
  const channel = openChannel((message) => {
    if (message.kind === 'session') {
      taken = message.session;
      useClass.setState({ session: taken });
    } else hear(message);
  });
  const unsubscribe = useClass.subscribe(({ session }, before) => {
    if (session === before.session) return;
    rememberSession(session);
    if (session !== taken) channel.send({ kind: 'session', session });
  });
  return {
    send: channel.send,
    close: () => {
      unsubscribe();
      channel.close();
    },
  };
}
