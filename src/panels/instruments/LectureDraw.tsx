import { useMemo, useState } from 'react';
import { Dices } from 'lucide-react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { PileChart } from '../../charts/draws/PileChart.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { LECTURE_SHAPES, lectureDraw } from '../../engine/lecture/lectureDraw.ts';
import type { LectureShape } from '../../engine/lecture/lectureDraw.ts';
import { INTERVAL } from '../../engine/math/shareOutside.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import { isolated } from '../../i18n/bidi.ts';
import styles from './LectureDraw.module.css';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

const NAMES = ['w₁', 'w₂', 'b'] as const;
/** Runs per press of the second button, and the most that are shown. */
const MANY = 20;
const MAX_DRAWS = 200;
/** End of the axis: 4 σ of the normal distribution. */
const REACH = 4 * INTERVAL;

interface LectureDrawProps {
  readonly titleLevel?: 2 | 3;
  /** Draws only from the interval, so as not to answer what the next step asks about the normal distribution. */
  readonly fixed?: boolean;
}

/** Two weights and a bias, drawn again and again. */
export function LectureDraw({ titleLevel = 3, fixed = false }: LectureDrawProps) {
  const { words, format, dir } = useI18n();
  const figureNumbers = useFigureNumbers();
  const { draw } = useLessonWords();
  const [runs, setRuns] = useState(1);
  const [shape, setShape] = useState<LectureShape>('uniform');
  const [ref, size] = useChartSize();
  const { charts } = words;
  const all = useMemo(
    () => Array.from({ length: runs }, (_, i) => lectureDraw(i + 1, shape)),
    [runs, shape],
  );
  const [earlier, newest] = useMemo(() => {
    const last = all.at(-1) ?? [];
    return [
      all.slice(0, -1).flat(),
      last.map((value, i) => ({ name: NAMES[i] ?? '', value })),
    ] as const;
  }, [all]);
  const inside = all.flat().filter((value) => Math.abs(value) <= INTERVAL).length;
  const n = format.integer;
  const summary = draw.summary(n(inside), n(3 * runs));
  const chartWords = useMemo(
    () => ({ interval: isolated(draw.interval, dir), bin: charts.value, count: charts.count }),
    [draw, charts, dir],
  );
  const more = (count: number): void => setRuns(Math.min(MAX_DRAWS, runs + count));
  return (
    <FigureFrame
      chart="lecture-draw"
      titleLevel={titleLevel}
      title={draw.title}
      summary={summary}
      caption={draw.caption}
      numbers={figureNumbers({
        caption: draw.title,
        columns: [
          { id: 'run', title: draw.run },
          ...NAMES.map((name) => ({ id: name, title: <Ltr>{name}</Ltr> })),
        ],
        rows: () =>
          all.map((values, i) => ({
            id: String(i),
            title: n(i + 1),
            cells: NAMES.map((name, k) => (
              <HtmlNumber key={name} text={format.number(values[k] ?? Number.NaN)} />
            )),
          })),
        raw: () => all.map((values, i) => [i + 1, ...values]),
      })}
    >
      <div className={styles['controls']} dir={dir}>
        <div className={styles['buttons']}>
          <Button
            kind="strong"
            data-action="draw"
            disabled={runs >= MAX_DRAWS}
            onClick={() => more(1)}
          >
            <Dices aria-hidden size="1.2em" />
            {draw.again}
          </Button>
          <Button data-action="draw-many" disabled={runs >= MAX_DRAWS} onClick={() => more(MANY)}>
            {draw.many(n(MANY))}
          </Button>
          <Button kind="quiet" data-action="clear" onClick={() => setRuns(1)}>
            {draw.clear}
          </Button>
        </div>
        {!fixed && (
          <Choice
            bare
            label={draw.shape}
            control="draw-shape"
            value={shape}
            options={LECTURE_SHAPES.map((each) => ({ value: each, label: draw[each] }))}
            onChange={setShape}
          />
        )}
      </div>
      <dl className={styles['readouts']} dir={dir}>
        {newest.map(({ name, value }) => (
          <div key={name} data-outside={Math.abs(value) > INTERVAL}>
            <dt>
              <Ltr>{name}</Ltr>
            </dt>
            <dd>
              <HtmlNumber text={format.number(value)} />
            </dd>
          </div>
        ))}
      </dl>
      <div ref={ref}>
        {size !== null && (
          <PileChart
            earlier={earlier}
            newest={newest}
            run={`${shape}-${runs}`}
            reach={REACH}
            interval={INTERVAL}
            xTitle={draw.x}
            label={draw.title}
            size={size}
            format={format}
            words={chartWords}
          />
        )}
      </div>
      <p className={styles['count']} dir={dir} aria-live="polite">
        <strong>{draw.runs(n(runs))}</strong> {summary}
      </p>
    </FigureFrame>
  );
}
