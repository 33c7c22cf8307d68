/** Sizes that depend on the net: a convolution's width and input are channels, whose limit is lower than for units. */
import type { Stage } from './config.ts';
import { clampNumber, LIMITS, usualWidth } from './config.ts';
import type { LabLane, Settings } from './lab.ts';
import type { Notice, Noticed } from '../notice.ts';
import type { NetId } from '../types.ts';

interface Sizes {
  readonly width?: number | undefined;
  readonly in?: number | null | undefined;
}

/** The sizes a link names, clamped to the net's limits; the net's default width if none is named. */
export function sizesFor(
  net: NetId,
  given: Sizes,
  stage: Stage,
): Noticed<Partial<Pick<Settings, 'width' | 'in'>>> {
  const conv = net === 'conv';
  const usual = usualWidth(net, stage);
  const width = clampNumber(
    'width',
    given.width ?? usual,
    usual,
    conv ? LIMITS.channels : LIMITS.width,
  );
  if (given.in === undefined || given.in === null) {
    return { value: { width: width.value }, notices: width.notices };
  }
  const size = clampNumber('in', given.in, 1, conv ? LIMITS.channels : LIMITS.in);
  const notices: readonly Notice[] = [...width.notices, ...size.notices];
  return { value: { width: width.value, in: size.value }, notices };
}

/** The lane with overrides for those sizes that have to differ from the common ones because of its net. */
export function sizesOfLane(
  lane: LabLane,
  settings: Settings,
  named: Sizes,
  stage: Stage,
): Noticed<LabLane> {
  const { overrides } = lane;
  const net = overrides.net ?? settings.net;
  const { width, in: size } = { ...named, ...overrides };
  const sizes = sizesFor(net, { width, in: size }, stage);
  const before = { ...settings, ...overrides };
  const own = Object.entries(sizes.value).filter(
    ([key, value]) => value !== before[key === 'in' ? 'in' : 'width'],
  );
  if (own.length === 0) return { value: lane, notices: [] };
  const changed = { ...overrides, ...Object.fromEntries(own) };
  return { value: { ...lane, overrides: changed }, notices: sizes.notices };
}
