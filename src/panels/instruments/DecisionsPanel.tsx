import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { laneConfig } from '../../engine/lab/lab.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useStore } from '../../store/store.ts';
import { DecisionRow } from './DecisionRow.tsx';
import { decisionsOf, isTable, laneOf, ROWS, TABLE_SETTINGS } from './decisions.ts';
import { putDecision } from './putDecision.ts';
import { resultOf } from './rowResult.ts';
import styles from './DecisionsPanel.module.css';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

interface DecisionsPanelProps {
  /** 2 where the panel is alone on a stage. */
  readonly titleLevel?: 2 | 3;
}

/** A rule for every activation, run as soon as it is chosen; the choices are stored as the lab's lanes. */
export function DecisionsPanel({ titleLevel = 2 }: DecisionsPanelProps) {
  const { words, format, dir } = useI18n();
  const figureNumbers = useFigureNumbers();
  const { decisions, gauges } = useLessonWords();
  const lab = useStore((state) => state.lab);
  const states = useStore((state) => state.lanes);
  const chosen = useMemo(() => decisionsOf(lab), [lab]);
  const rows = useMemo(
    () =>
      ROWS.map((row) => {
        const lane = lab.lanes[chosen[row] === null ? -1 : laneOf(lab, row)];
        return {
          row,
          rule: chosen[row],
          result: lane === undefined ? null : resultOf(laneConfig(lab, lane), states),
        };
      }),
    [lab, chosen, states],
  );
  const right = rows.filter(({ result }) => result?.verdict.id === 'healthy').length;
  const summary = decisions.summary(format.integer(right), format.integer(ROWS.length));
  const { depth, width } = isTable(lab) ? lab.settings : TABLE_SETTINGS;
  const number = (value: number | undefined) =>
    value === undefined ? '–' : <HtmlNumber text={format.number(value)} />;
  return (
    <FigureFrame
      chart="decisions"
      title={decisions.title}
      titleLevel={titleLevel}
      summary={summary}
      caption={decisions.caption(format.integer(depth), format.integer(width))}
      numbers={figureNumbers({
        caption: decisions.title,
        columns: [
          { id: 'act', title: decisions.activation },
          { id: 'rule', title: decisions.rule },
          { id: 'forward', title: gauges.forward },
          { id: 'backward', title: gauges.backward },
          { id: 'verdict', title: decisions.verdict },
        ],
        rows: () =>
          rows.map(({ row, rule, result }) => ({
            id: row,
            title: words.activations[row],
            cells: [
              rule === null ? '–' : words.initializers[rule].name,
              number(result?.forward.at(-1)),
              number(result?.backward[0]),
              result === null ? '–' : words.verdicts[result.verdict.id],
            ],
          })),
        raw: () =>
          rows.map(({ row, rule, result }) => [
            row,
            rule,
            result?.forward.at(-1) ?? null,
            result?.backward[0] ?? null,
            result?.verdict.id ?? null,
          ]),
      })}
    >
      <div className={styles['decisions']} dir={dir}>
        <div className={styles['head']} aria-hidden>
          <span>{decisions.activation}</span>
          <span>{decisions.rule}</span>
          <span dir="ltr">
            <bdi>{gauges.forward}</bdi> →
          </span>
          <span dir="ltr">
            ← <bdi>{gauges.backward}</bdi>
          </span>
          <span>{decisions.verdict}</span>
        </div>
        <ul className={styles['rows']}>
          {rows.map(({ row, rule, result }) => (
            <DecisionRow
              key={row}
              row={row}
              rule={rule}
              lane={rule === null ? -1 : laneOf(lab, row)}
              result={result}
              onChoose={(next) => putDecision(row, next)}
            />
          ))}
        </ul>
        <p className={styles['score']} aria-hidden>
          {summary}
        </p>
      </div>
    </FigureFrame>
  );
}
