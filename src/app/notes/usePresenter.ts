import { useCallback, useEffect, useRef, useState } from 'react';
import { announcementToFollow } from '../../store/class/classMessage.ts';
import type { Announced, Move } from '../../store/class/classMessage.ts';
import { joinClass } from '../../store/class/classStore.ts';
import type { ClassChannel } from '../../store/class/classChannel.ts';

/** Interval at which the speaker's window looks for a lesson, and unanswered requests until it counts as closed. */
const ASK_MS = 2000;
const SILENT = 3;

interface Presenter {
  /** The state of the lesson's window that is followed; `null` if there is none. */
  readonly heard: Announced | null;
  readonly move: (move: Move) => void;
}

/** Follows the lesson in another window, and sends moves to it. */
export function usePresenter(): Presenter {
  const [heard, setHeard] = useState<Announced | null>(null);
  const channel = useRef<ClassChannel | null>(null);
  useEffect(() => {
    let unanswered = 0;
    const joined = joinClass((message) => {
      if (message.kind === 'here') {
        unanswered = 0;
        setHeard((now) => announcementToFollow(now, message.at));
      }
      if (message.kind === 'gone') {
        setHeard((now) => (now?.presenter === message.presenter ? null : now));
        // Another window may show a lesson.
        joined.send({ kind: 'who' });
      }
    });
    const ask = (): void => {
      unanswered += 1;
      if (unanswered > SILENT) setHeard(null);
      joined.send({ kind: 'who' });
    };
    channel.current = joined;
    ask();
    const timer = setInterval(ask, ASK_MS);
    return () => {
      clearInterval(timer);
      joined.close();
      channel.current = null;
    };
  }, []);
  const presenter = heard?.presenter ?? null;
  const move = useCallback(
    (what: Move) => {
      if (presenter !== null) channel.current?.send({ kind: 'move', presenter, move: what });
    },
    [presenter],
  );
  return { heard, move };
}
