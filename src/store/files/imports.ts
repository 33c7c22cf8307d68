/** Opens the lab of a results file, or says why it cannot. The page changes only if the file is valid. */
import { readExperiment } from '../../engine/experiment/readResults.ts';
import { useStore } from '../store.ts';

/** Largest file read; six lanes of a hundred layers take about 4 MB. */
export const MAX_BYTES = 16_000_000;

export type OpenProblem =
  | { readonly reason: 'too-big'; readonly bytes: number }
  | { readonly reason: 'not-text' | 'html' | 'not-json' | 'other-format' }
  | { readonly reason: 'bad-field'; readonly path: string };

async function problemOf(file: File): Promise<OpenProblem | null> {
  // Checked before reading, so that a video dropped by mistake is not read into memory.
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
  /** `null` if the file was opened. */
  readonly problem: OpenProblem | null;
}

/** Never rejects. */
export const openResults = async (file: File): Promise<Opened> => ({
  name: file.name.slice(0, 80),
  problem: await problemOf(file),
});
