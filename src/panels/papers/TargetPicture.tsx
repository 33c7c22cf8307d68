import type { Measured, Target } from '../../engine/targets/target.ts';
import { TargetCells } from './TargetCells.tsx';
import { TargetCorrelations } from './TargetCorrelations.tsx';
import { TargetHistograms } from './TargetHistograms.tsx';

interface TargetPictureProps {
  readonly target: Target;
  readonly picture: NonNullable<Measured['picture']>;
  /** Address of the page of races, given a link's query. */
  readonly raceHref: (query: string) => string;
}

/** The figure of the source, drawn from the results measured here. */
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
