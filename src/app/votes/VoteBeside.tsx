import { tallyOf } from '../../store/class/classSession.ts';
import { useClass } from '../../store/class/classStore.ts';
import { later } from '../../ui/later.tsx';
import type { VoteBarsProps } from './VoteBars.tsx';

const VoteBars = later(async () => (await import('./VoteBars.tsx')).VoteBars);

/** The votes beside an answer, once the teacher shows them. */
export function VoteBeside(props: VoteBarsProps) {
  const shown = useClass(({ session }) => tallyOf(session, props.question).shown);
  return shown && <VoteBars {...props} />;
}
