import { useMemo } from 'react';
import { LinearByLayer } from './LinearByLayer.tsx';
import type { ByLayerProps } from './LinearByLayer.tsx';
import { ShareMarks, ShareTip } from './ShareMarks.tsx';
import { ShareProvider } from './shareContext.ts';
import type { ShareLane, ShareWords } from './shareContext.ts';

const SHARE_TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

/** The share of each layer that is saturated, or dead: 0 to 100 %. */
export function ShareByLayer({ words, ...props }: ByLayerProps<ShareLane, ShareWords>) {
  const { lanes, layers, size, format, focused } = props;
  const { rem } = size;
  const ticks = useMemo(
    () =>
      SHARE_TICKS.map((value) => ({
        value,
        label: { base: format.percent(value), exponent: null },
      })),
    [format],
  );
  const value = useMemo(
    () => ({ lanes, layers, rem, format, words, focused }),
    [lanes, layers, rem, format, words, focused],
  );
  return (
    <ShareProvider value={value}>
      <LinearByLayer
        {...props}
        height={props.height ?? 11}
        lo={0}
        hi={1}
        ticks={ticks}
        Marks={ShareMarks}
        Tip={ShareTip}
      />
    </ShareProvider>
  );
}
