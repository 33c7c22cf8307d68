/** Opens a results file: its lab, or the reason why not; nothing of the page changes unless it is right. */
import { readExperiment } from '../../engine/experiment/readResults.ts';
import { useStore } from '../store.ts';

/** Six lanes of a hundred layers take about 4 MB. */
export const MAX_BYTES = 16_000_000;

export type OpenProblem =
  | { readonly reason: 'too-big'; readonly bytes: number }
  | { readonly reason: 'not-text' | 'html' | 'not-json' | 'other-format' }
  | { readonly reason: 'bad-field'; readonly path: string };

async function problemOf(file: File): Promise<OpenProblem | null> {
  // Its size is checked first: a video dropped by mistake is never read into memory.
  if (file.size > MAX_BYTES) return { reason: 'too-big', bytes: file.size };
  let text = '';
  try {
    text = await file.text();
  } catch {
    return { reason: 'not-text' };
  }
  if (/^\uFEFF?\s*</.test(text)) return { reason: 'html' };
  const read = readExperiment(text.replace(/^\uFEFF/, ''));
  if (read.ok) {
    useStore.getState().replaceLab(read.lab, []);
    return null;
  }
  return read.reason === 'bad-field'
    ? { reason: read.reason, path: read.path }
    : { reason: read.reason };
}

export interface Opened {
  readonly name: string;
  /** `null`: it is open. */
  readonly problem: OpenProblem | null;
}

/** Never rejects. */
export const openResults = async (file: File): Promise<Opened> => ({
  name: file.name.slice(0, 80),
  problem: await problemOf(file),
});
