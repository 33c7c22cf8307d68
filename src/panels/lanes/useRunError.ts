import { useFormat, useWords } from '../../i18n/I18n.tsx';
import type { RunError } from '../../store/state/requests.ts';

/** Gives the sentence that tells the reader why a thread could not do its work. */
export function useRunError(): (error: RunError) => string {
  const { problems } = useWords();
  const format = useFormat();
  return ({ code, detail }) => {
    switch (code) {
      case 'out-of-memory':
        return problems.outOfMemory(format.bytes(Number(detail)));
      case 'no-data':
        return problems.noData;
      case 'no-threads':
        return problems.noThreads;
      case 'not-loaded':
        return problems.missing;
      case 'crashed':
        return problems.crashed;
      case 'internal':
        return problems.internal(detail);
    }
  };
}
