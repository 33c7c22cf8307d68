import { clampConfig } from '../../engine/lab/config.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { experimentNotebook, notebookText } from '../../engine/python/notebook/notebook.ts';
import type { Words } from '../../i18n/page/en.ts';
import { useStore } from '../../store/store.ts';
import { citation } from './citation.ts';

/** The experiment on the page as the text of a Jupyter notebook. */
export function notebookFile(words: Words, address: string): string {
  const { lab } = useStore.getState();
  const lanes = lab.lanes.map((lane) => clampConfig(laneConfig(lab, lane)).value);
  const { notebookWords } = words.files;
  return notebookText(
    experimentNotebook(lanes, {
      ...notebookWords,
      title: words.meta.title,
      citation: citation(words, `<${address}>`),
    }),
  );
}
