import { useMemo } from 'react';
import { LinearByLayer } from './LinearByLayer.tsx';
import type { ByLayerProps } from './LinearByLayer.tsx';
import { SimilarityMarks, SimilarityTip } from './SimilarityMarks.tsx';
import { SimilarityProvider } from './similarityContext.ts';
import type { SpreadLane, SpreadWords } from './spread.ts';

const POSITIVE = [0, 0.25, 0.5, 0.75, 1] as const;
const ALL = [-1, -0.5, 0, 0.5, 1] as const;
/** Room below 0: cosines of unrelated examples may be slightly negative by chance. */
const UNDER = 0.08;

/**
 * How similar the examples are in each layer, as cosines: dots are measured, lines are theory. At 1 all examples
 * point in the same direction.
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
