import type { Measured, Target } from '../../engine/targets/target.ts';
import { TargetCells } from './TargetCells.tsx';
import { TargetCorrelations } from './TargetCorrelations.tsx';
import { TargetHistograms } from './TargetHistograms.tsx';

interface TargetPictureProps {
  readonly target: Target;
  readonly picture: NonNullable<Measured['picture']>;
  /** The address of a race. */
  readonly raceHref: (query: string) => string;
}

/** What the source draws, drawn from what came out here. */
export function TargetPicture({ target, picture, raceHref }: TargetPictureProps) {
  switch (picture.kind) {
    case 'histograms':
      return <TargetHistograms target={target} picture={picture} />;
    case 'correlations':
      return <TargetCorrelations target={target} picture={picture} />;
    case 'trainability':
      return <TargetCells target={target} picture={picture} raceHref={raceHref} />;
  }
}
