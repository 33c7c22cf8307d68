import type { Words } from '../../i18n/page/en.ts';

/** A citation in one line: title, description, address and today's date. */
export function citation({ meta, files }: Words, address: string): string {
  const date = new Date().toISOString().slice(0, 10);
  return files.citation(meta.title, meta.description, address, date);
}
