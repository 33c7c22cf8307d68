import { INTERVAL } from '../../../engine/math/shareOutside.ts';
import { useWorksheetWords } from '../../../i18n/worksheet/words.ts';
import type { PaperDrawing, Stage } from '../../schema.ts';
import { ByLayerFigure, FLOAT32, USUAL } from '../../../panels/paper/ByLayerFigure.tsx';
import { CurveFigure } from '../../../panels/paper/CurveFigure.tsx';
import { PaperPlot } from '../../../panels/paper/PaperPlot.tsx';
import { usePaperView } from '../../../panels/paper/paperView.ts';
import { PaperFigure } from '../../../panels/paper/PaperFigure.tsx';
import { NO_FACTS } from '../../facts/facts.ts';

const RANGES = { usual: USUAL, float32: FLOAT32 } as const;

interface HandDrawingProps {
  readonly stage: Stage;
  readonly drawing: PaperDrawing;
}

/** Axes of a picture that no panel of the stage has, to draw on. */
export function HandDrawing({ stage, drawing }: HandDrawingProps) {
  const { draw, axes } = useWorksheetWords();
  const view = usePaperView(stage, NO_FACTS, true, 'whole');
  const { lab, format } = view;
  switch (drawing.kind) {
    case 'spread': {
      const task = drawing.lanes === 'all' && lab.lanes.length > 1 ? draw.lines : draw.line;
      return (
        <PaperFigure kind="spread" use="drawn" title={task} y={axes.spread} x={axes.layer}>
          <ByLayerFigure
            view={view}
            plot={{ of: () => null, direction: 'forward', axis: RANGES[drawing.range] }}
          />
        </PaperFigure>
      );
    }
    case 'histogram': {
      const { lo, hi } = drawing;
      return (
        <PaperFigure kind="histogram" use="drawn" title={draw.histogram} x={axes.lastLayer}>
          <PaperPlot
            width="whole"
            x={[0, 0.25, 0.5, 0.75, 1].map((at) => [at, format.plain(lo + at * (hi - lo))])}
            y={[]}
          />
        </PaperFigure>
      );
    }
    case 'weights': {
      const { limit, widest } = drawing;
      const at = (weight: number): number => (weight + widest) / (2 * widest);
      return (
        <PaperFigure kind="weights" use="drawn" title={draw.weights} x={axes.weights}>
          <PaperPlot
            width="whole"
            x={[-widest, -2 * INTERVAL, -INTERVAL, 0, INTERVAL, 2 * INTERVAL, widest].map(
              (weight) => [at(weight), format.plain(weight)],
            )}
            y={[]}
          >
            {({ x, y, w, h }) => (
              // A normal density of σ = limit has a peak 0.8 times as high as this block, so it fits.
              <path
                data-drawn
                d={`M${x + at(-limit) * w},${y + h}V${y + h * 0.35}H${x + at(limit) * w}V${y + h}`}
              />
            )}
          </PaperPlot>
        </PaperFigure>
      );
    }
    case 'curve':
      return (
        <PaperFigure kind="curve" use="drawn" title={draw.curve} x={axes.sums}>
          <CurveFigure view={view} lane={0} layer={drawing.layer} reach={drawing.reach} />
        </PaperFigure>
      );
  }
}
