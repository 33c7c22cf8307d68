import { expect, test } from 'vitest';
import { CLAIMS } from '../claims.ts';
import { SLIDE_CLAIMS } from './slideClaims.ts';

test('every claim of the slides is shown by a step that the engine is held to', () => {
  const held = new Set(CLAIMS.map(({ at }) => at));
  for (const { at } of SLIDE_CLAIMS) expect(held, at).toContain(at);
});
