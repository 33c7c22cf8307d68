/** What a figure on paper is drawn from: a stage, its results, and the words. */
import type { Lab, LabLane } from '../../engine/lab/lab.ts';
import type { Stage } from '../../engine/lab/config.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import type { TrainSettings } from '../../engine/lab/trainSettings.ts';
import type { TrainRecord } from '../../engine/train/trainer.ts';
import type { LayerStats, Quantity } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import type { Format } from '../../i18n/format.ts';
import type { Words } from '../../i18n/page/en.ts';
import { raceName } from '../lanes/useRaceName.ts';
import { useRaceWords } from '../../i18n/race/words.ts';

/** What a figure shows: a query as in a link, and the quantity of its histograms. */
export interface PaperStage {
  readonly kind: Stage;
  readonly query: string;
  readonly quantity: Quantity;
}

/** Results, one entry per lane; `null` for a lane without. */
export interface PaperResults {
  readonly lanes: readonly ({ readonly layers: readonly LayerStats[] } | null)[];
  readonly races: readonly ({
    readonly records: readonly TrainRecord[];
    readonly outcome: { readonly learnedAt: number | null } | null;
  } | null)[];
  /** The settings of the lesson's instruments. */
  readonly dials: { readonly inputs: number; readonly fanIn: number; readonly fanOut: number };
}

/** `half`: one of two figures side by side. */
export type PaperWidth = 'whole' | 'half';

export interface PaperView {
  readonly stage: PaperStage;
  readonly lab: Lab;
  readonly train: TrainSettings;
  readonly facts: PaperResults;
  /** Names of the lanes. */
  readonly names: readonly string[];
  /** Draws frame and labels only, for readers to draw into. */
  readonly isEmpty: boolean;
  readonly width: PaperWidth;
  readonly words: Words;
  readonly format: Format;
}

/** Everything a figure of this stage needs. */
export function usePaperView(
  stage: PaperStage,
  facts: PaperResults,
  isEmpty: boolean,
  width: PaperWidth,
): PaperView {
  const { words, format } = useI18n();
  const race = useRaceWords();
  const { lab, train } = parseQuery(stage.query, stage.kind);
  const nameOf = (lane: LabLane): string => raceName(lane, words, race, format);
  const names = lab.lanes.map(nameOf);
  return { stage, lab, train, facts, names, isEmpty, width, words, format };
}
