import { useCallback, useState } from 'react';
import type { Opened } from '../../store/files/imports.ts';

interface OpenResults {
  /** The outcome for the last file. */
  readonly opened: Opened | null;
  readonly open: (file: File) => void;
  readonly dismiss: () => void;
}

/** Opens results files; the code for it is fetched with the first one. */
export function useOpenResults(): OpenResults {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useCallback((file: File) => {
    import('../../store/files/imports.ts')
      .then(({ openResults }) => openResults(file))
      .then(setOpened, () => setOpened({ name: file.name, problem: { reason: 'not-text' } }));
  }, []);
  return { opened, open, dismiss: useCallback(() => setOpened(null), []) };
}
