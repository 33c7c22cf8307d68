import type { Words } from '../../i18n/page/en.ts';

/** One line: what it is, where exactly, and when it was looked at. */
export function citation({ meta, files }: Words, address: string): string {
  const date = new Date().toISOString().slice(0, 10);
  return files.citation(meta.title, meta.description, address, date);
}
