import { useMemo } from 'react';
import { LinearByLayer } from './LinearByLayer.tsx';
import type { ByLayerProps } from './LinearByLayer.tsx';
import { SimilarityMarks, SimilarityTip } from './SimilarityMarks.tsx';
import { SimilarityProvider } from './similarityContext.ts';
import type { SpreadLane, SpreadWords } from './spread.ts';

const POSITIVE = [0, 0.25, 0.5, 0.75, 1] as const;
const ALL = [-1, -0.5, 0, 0.5, 1] as const;
/** Room for the little that chance leaves under 0. */
const UNDER = 0.08;

/**
 * How alike examples are in every layer, as cosines: dots are measured, lines are theory; 1 is the same direction for all.
 */
export function SimilarityByLayer({
  words,
  ...props
}: ByLayerProps<SpreadLane, Omit<SpreadWords, 'infinite'>>) {
  const { lanes, layers, size, format, focused } = props;
  const { rem } = size;
  const opposite = lanes.some(({ measured, theory }) =>
    [...measured, ...(theory ?? [])].some((value) => (value ?? 0) < -UNDER),
  );
  const ticks = opposite ? ALL : POSITIVE;
  const axis = useMemo(
    () =>
      ticks.map((value) => ({ value, label: { base: format.number(value).base, exponent: null } })),
    [ticks, format],
  );
  const value = useMemo(
    () => ({ lanes, layers, ticks, rem, format, words, focused }),
    [lanes, layers, ticks, rem, format, words, focused],
  );
  return (
    <SimilarityProvider value={value}>
      <LinearByLayer
        {...props}
        height={props.height ?? 14}
        lo={opposite ? -1 : -UNDER}
        hi={1.02}
        ticks={axis}
        Marks={SimilarityMarks}
        Tip={SimilarityTip}
      />
    </SimilarityProvider>
  );
}
