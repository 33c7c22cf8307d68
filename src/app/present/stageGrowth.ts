/** Part of the stage's height that may stay empty, and the least growth that is worth redrawing for. */
const SPARE = 0.03;
const LEAST = 1.08;
/** Part of the empty height that charts take. */
const TAKEN = 0.92;
const MOST = 1.9;

/** Height of the tallest drawing of each figure: beside each other they grow together, one over the other in turn. */
function drawnHeight(stage: HTMLElement): number {
  const heights = Array.from(stage.querySelectorAll('figure:not(figure figure)'), (figure) =>
    Math.max(
      0,
      ...Array.from(
        figure.querySelectorAll('svg, canvas'),
        (drawing) => drawing.getBoundingClientRect().height,
      ),
    ),
  );
  const pair = stage.querySelector("[data-pair='true']") !== null;
  return pair ? Math.max(0, ...heights) : heights.reduce((sum, height) => sum + height, 0);
}

/** How many times as high its charts may be drawn; 1 where there is no room worth it. */
export function stageGrowth(stage: HTMLElement): number {
  const last = stage.lastElementChild;
  if (last === null || stage.dataset['stage'] === 'covered') return 1;
  const foot = stage.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom;
  const drawn = drawnHeight(stage);
  if (drawn === 0 || foot < SPARE * stage.clientHeight) return 1;
  const growth = 1 + (foot * TAKEN) / drawn;
  return growth < LEAST ? 1 : Math.min(MOST, growth);
}
