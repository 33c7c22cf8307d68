import { useEffect } from 'react';
import { joinClass } from '../../store/class/classStore.ts';
import { VoteBeside } from './VoteBeside.tsx';
import { VoteCounter } from './VoteCounter.tsx';
import { VoteTools } from './VoteTools.tsx';

interface CaseVotesProps {
  /** The case of the bug cabinet. */
  readonly bug: string;
  /** A line of its code; `null` for what is done with all votes on the case. */
  readonly line: string | null;
}

const hearNothing = (): void => undefined;

/** Hands for a line of a case, kept and counted like those of the lesson. */
export function CaseVotes({ bug, line }: CaseVotesProps) {
  const question = `cabinet/${bug}`;
  const isTools = line === null;
  // Once for a case: what is counted is kept, and told to the class's other windows.
  useEffect(() => (isTools ? joinClass(hearNothing).close : undefined), [isTools]);
  if (line === null) return <VoteTools question={question} />;
  return (
    <>
      <VoteBeside question={question} option={line} />
      <VoteCounter question={question} option={line} />
    </>
  );
}
