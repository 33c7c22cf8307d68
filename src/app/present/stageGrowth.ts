/** Share of the stage's height that may stay empty, and the smallest growth worth a redraw. */
const SPARE = 0.03;
const LEAST = 1.08;
/** Share of the empty height that charts take, and the largest growth. */
const TAKEN = 0.92;
const MOST = 1.9;

/** Total height of the drawings in pixels; drawings side by side count once. */
function drawnHeight(stage: HTMLElement): number {
  const spans = Array.from(stage.querySelectorAll('figure :is(svg, canvas)'))
    .filter((drawing) => drawing.closest('button') === null)
    .map((drawing) => drawing.getBoundingClientRect())
    .toSorted((a, b) => a.top - b.top);
  let [height, foot] = [0, -Infinity];
  for (const { top, bottom } of spans) {
    height += Math.max(0, bottom - Math.max(top, foot));
    foot = Math.max(foot, bottom);
  }
  return height;
}

/** Factor by which the height of the stage's charts may grow; 1 if the gain is not worth a redraw. */
export function stageGrowth(stage: HTMLElement): number {
  const last = stage.lastElementChild;
  if (last === null || stage.dataset['stage'] === 'covered') return 1;
  const foot = stage.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom;
  const drawn = drawnHeight(stage);
  if (drawn === 0 || foot < SPARE * stage.clientHeight) return 1;
  const growth = 1 + (foot * TAKEN) / drawn;
  return growth < LEAST ? 1 : Math.min(MOST, growth);
}
