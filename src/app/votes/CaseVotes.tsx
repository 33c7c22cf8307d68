import { useEffect } from 'react';
import { joinClass } from '../../store/class/classStore.ts';
import { VoteBeside } from './VoteBeside.tsx';
import { VoteCounter } from './VoteCounter.tsx';
import { VoteTools } from './VoteTools.tsx';

interface CaseVotesProps {
  /** Id of the case in the bug cabinet. */
  readonly bug: string;
  /** A line of its code; `null` for the tools that act on all votes of the case. */
  readonly line: string | null;
}

const hearNothing = (): void => undefined;

/** Votes for a line of a case, stored and counted like those of the lesson. */
export function CaseVotes({ bug, line }: CaseVotesProps) {
  const question = `cabinet/${bug}`;
  const isTools = line === null;
  // Joined once per case: votes are stored and shared with the class's other windows.
  useEffect(() => (isTools ? joinClass(hearNothing).close : undefined), [isTools]);
  if (line === null) return <VoteTools question={question} />;
  return (
    <>
      <VoteBeside question={question} option={line} />
      <VoteCounter question={question} option={line} />
    </>
  );
}
