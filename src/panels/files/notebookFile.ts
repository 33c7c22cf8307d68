import { clampConfig } from '../../engine/lab/config.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { experimentNotebook, notebookText } from '../../engine/python/notebook/notebook.ts';
import { hasCode } from '../../engine/python/snippets/snippet.ts';
import { printInitializer } from '../../engine/rules/spec.ts';
import type { CatalogueId } from '../../i18n/I18n.tsx';
import { BLOCKS_WORDS } from '../../i18n/blocks/words.ts';
import type { Words } from '../../i18n/page/en.ts';
import { useStore } from '../../store/store.ts';
import { citation } from './citation.ts';

/** The experiment on the page as a notebook's text. */
export function notebookFile(words: Words, address: string, language: CatalogueId): string {
  const { lab } = useStore.getState();
  const lanes = lab.lanes.map((lane) => clampConfig(laneConfig(lab, lane)).value);
  const { notebookWords } = words.files;
  const without = lanes
    .filter((lane) => !hasCode(lane))
    .map((lane) => printInitializer(lane.initializer));
  const remark =
    without.length === 0 ? '' : `\n\n${BLOCKS_WORDS[language].noNotebook} ${without.join(', ')}`;
  return notebookText(
    experimentNotebook(lanes.filter(hasCode), {
      ...notebookWords,
      about: notebookWords.about + remark,
      title: words.meta.title,
      citation: citation(words, `<${address}>`),
    }),
  );
}
