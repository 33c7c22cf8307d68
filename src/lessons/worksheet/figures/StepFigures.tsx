/** The figures of a step on paper. */
import { useWords } from '../../../i18n/I18n.tsx';
import { useFansWords } from '../../../i18n/fans/words.ts';
import { useHalfWords } from '../../../i18n/half/words.ts';
import { useLessonWords } from '../../../i18n/lesson/words.ts';
import { usePicturesWords } from '../../../i18n/pictures/words.ts';
import { useRaceWords } from '../../../i18n/race/words.ts';
import { useSimilarityWords } from '../../../i18n/similarity/words.ts';
import { useWorksheetWords } from '../../../i18n/worksheet/words.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Stage, StagePanel, Step } from '../../schema.ts';
import { HandDrawing } from './HandDrawing.tsx';
import { PaperFigure } from '../../../panels/paper/PaperFigure.tsx';
import type { PaperFigureProps } from '../../../panels/paper/PaperFigure.tsx';
import { usePaperView } from '../../../panels/paper/paperView.ts';
import type { PaperWidth } from '../../../panels/paper/paperView.ts';
import { NO_FACTS } from '../../facts/facts.ts';
import type { PaperWords } from './paperTable.tsx';
import { drawingOf, rowOf } from './stepFigures.ts';
import styles from '../worksheet.module.css';

export function usePaperWords(): PaperWords {
  return {
    words: useWords(),
    race: useRaceWords(),
    lesson: useLessonWords(),
    half: useHalfWords(),
    fans: useFansWords(),
    pictures: usePicturesWords(),
    similarity: useSimilarityWords(),
    paper: useWorksheetWords(),
  };
}

/** The most names, and letters of each, beside a plot of half the width. */
const MAX_NAMES = 4;
const SHORT = 16;

interface FiguresProps {
  readonly stage: Stage;
  readonly panels: readonly StagePanel[];
  readonly facts: Facts | null;
  readonly use: 'given' | 'answer';
}

/** These panels of a stage; without results only those that need none. Narrow ones stand side by side. */
export function Figures({ stage, panels, facts, use }: FiguresProps) {
  const { names } = usePaperView(stage, facts ?? NO_FACTS, false, 'whole');
  const shown = panels.filter((panel) => facts !== null || rowOf(panel)?.needs === 'nothing');
  if (shown.length === 0) return null;
  const isShort = names.length <= MAX_NAMES && names.every(({ length }) => length <= SHORT);
  const narrow = shown.filter((panel) => rowOf(panel)?.isWide !== true && isShort);
  const pairs = narrow.length > 1 || use === 'answer';
  return (
    <div
      className={styles['figures']}
      data-pairs={pairs}
      data-alone={pairs && shown.length === 1 && narrow.length === 1}
    >
      {shown.map((panel) => (
        <Panel
          key={JSON.stringify(panel)}
          stage={stage}
          panel={panel}
          facts={facts}
          use={use}
          width={pairs && narrow.includes(panel) ? 'half' : 'whole'}
        />
      ))}
    </div>
  );
}

/** A title, and the lane that the picture is of. */
const titled = (title: string, lane: string | undefined): string =>
  lane === undefined ? title : `${title} ${lane}`;

interface PanelProps extends Omit<FiguresProps, 'panels' | 'use'> {
  readonly panel: StagePanel;
  readonly use: PaperFigureProps['use'];
  readonly width: PaperWidth;
}

function Panel({ stage, panel, facts, use, width }: PanelProps) {
  const all = usePaperWords();
  const view = usePaperView(stage, facts ?? NO_FACTS, use === 'drawn', width);
  const row = rowOf(panel);
  if (row === null) return null;
  const task = use === 'drawn' ? row.task : undefined;
  const lane = 'lane' in panel && view.names.length > 1 ? view.names[panel.lane ?? -1] : undefined;
  const several = view.names.length > 1 || task !== 'lines';
  const axes = row.axes?.(all, stage, panel);
  return (
    <PaperFigure
      kind={panel.id}
      use={use}
      isWide={width === 'whole'}
      title={
        task === undefined
          ? titled(row.title(all, panel), lane)
          : all.paper.draw[several ? task : 'line']
      }
      y={axes?.y}
      x={axes?.x}
    >
      {row.draw(view, panel)}
    </PaperFigure>
  );
}

/** The axes to draw on, if the step's question can be answered by a drawing. */
export function DrawingFigure({ step }: { readonly step: Step }) {
  const drawing = drawingOf(step);
  if (drawing === null) return null;
  const stage = step.revealed ?? step.stage;
  if (drawing.kind !== 'panel') return <HandDrawing stage={stage} drawing={drawing} />;
  return <Panel stage={stage} panel={drawing.panel} facts={null} use="drawn" width="whole" />;
}
