/** Which pictures of a step are printed with its question, which one is drawn by hand, and which belong to the answer. */
import type { PaperDrawing, Stage, StagePanel, Step } from '../../schema.ts';
import { PAPER_PANELS } from './paperTable.tsx';
import type { PaperRow } from './paperTable.tsx';

export const rowOf = ({ id }: StagePanel): PaperRow<StagePanel> | null => PAPER_PANELS[id];

/** What is drawn by hand: a picture of its own, or the empty axes of a panel of the revealed stage. */
export type Drawing = PaperDrawing | { readonly kind: 'panel'; readonly panel: StagePanel };

/** Drawings that hold what the stage shows before the question. */
const WITH_STAGE: ReadonlySet<Drawing['kind']> = new Set(['curve', 'weights']);

const isSame = (a: StagePanel, b: StagePanel): boolean => JSON.stringify(a) === JSON.stringify(b);

const holds = ({ panels }: Stage, panel: StagePanel): boolean =>
  panels.some((each) => isSame(each, panel));

/** `null` if the step asks nothing, or nothing that can be drawn. */
export function drawingOf({ stage, revealed = stage, prediction, paper }: Step): Drawing | null {
  if (prediction.kind === 'none') return null;
  if (paper !== undefined) return paper;
  if (prediction.kind === 'sketch') return { kind: 'spread', lanes: 'first', range: 'usual' };
  // Only one: if two were drawn, the second would give the answer away.
  const panel = revealed.panels.find(
    (each) => rowOf(each)?.task !== undefined && !stage.panels.some(({ id }) => id === each.id),
  );
  return panel === undefined ? null : { kind: 'panel', panel };
}

/** Panels printed with the text or the question. */
export function givenPanels(step: Step): readonly StagePanel[] {
  const drawing = drawingOf(step);
  if (drawing !== null && WITH_STAGE.has(drawing.kind)) return [];
  return step.stage.panels.filter((panel) => rowOf(panel) !== null && panel.id !== 'sketch');
}

/** Panels printed with the answer: what the revealed stage shows and the question did not. */
export function answerPanels(step: Step): readonly StagePanel[] {
  const { stage, revealed = stage, prediction } = step;
  if (prediction.kind === 'none') return [];
  const given: Stage = { ...stage, panels: givenPanels(step) };
  const isSameRun = revealed.query === stage.query && revealed.quantity === stage.quantity;
  return revealed.panels.filter(
    (panel) => rowOf(panel) !== null && !(isSameRun && holds(given, panel)),
  );
}

/** Whether a figure on this stage needs results. */
export const needsResults = (panels: readonly StagePanel[]): boolean =>
  panels.some((panel) => {
    const row = rowOf(panel);
    return row !== null && row.needs !== 'nothing';
  });

/** Whether a race's figures also need its layers before training. */
export const needsLayers = ({ kind, panels }: Stage): boolean =>
  kind === 'race' &&
  panels.some((panel) => ['lanes', 'both'].includes(rowOf(panel)?.needs ?? 'nothing'));
