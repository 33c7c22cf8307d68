import type { RaceJob } from './protocol.ts';

/** The buffers of a race that is handed over, to be transferred. */
export function sessionBuffers({ session }: RaceJob): readonly ArrayBuffer[] {
  if (!session) return [];
  const { stepLoss, here, checkpoints } = session;
  return [stepLoss, here, ...checkpoints.values()].map(({ buffer }) => buffer);
}
