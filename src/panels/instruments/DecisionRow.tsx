import { Sparkline } from '../../charts/gauges/Sparkline.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { problemOf } from '../../store/state/requests.ts';
import { useStore } from '../../store/store.ts';
import { Select } from '../../ui/Select.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { LaneProblem } from '../lanes/LaneProblem.tsx';
import { Verdict } from '../lanes/Verdict.tsx';
import { laneLooks } from '../lanes/laneLook.ts';
import { laneName } from '../lanes/laneNames.ts';
import { RULE_IDS, RULES } from './decisions.ts';
import type { Row, Rule } from './decisions.ts';
import type { RowResult } from './rowResult.ts';
import styles from './DecisionsPanel.module.css';

interface DecisionRowProps {
  readonly row: Row;
  readonly rule: Rule | null;
  /** Index of its lane; −1 without a rule. */
  readonly lane: number;
  readonly result: RowResult | null;
  readonly onChoose: (rule: Rule | null) => void;
}

/** One activation: the chosen rule and its result. */
export function DecisionRow({ row, rule, lane, result, onChoose }: DecisionRowProps) {
  const { words, format } = useI18n();
  const { decisions, gauges } = useLessonWords();
  const problem = useStore((state) => problemOf(state.lanes[lane]?.request));
  const [ref, size] = useChartSize();
  const ruleName = (id: Rule): string =>
    laneName({ initializer: RULES[id], overrides: {} }, words, format);
  const look = laneLooks(rule === null ? [] : [{ initializer: RULES[rule] }])(0);
  const name = words.activations[row];
  const spark = (direction: 'forward' | 'backward') => {
    const values = result?.[direction] ?? [];
    const end = direction === 'forward' ? values.at(-1) : values[0];
    return (
      <div className={styles['spark']} dir="ltr" ref={direction === 'forward' ? ref : undefined}>
        <span className={styles['sparkName']} aria-hidden>
          <bdi>{gauges[direction]}</bdi>
        </span>
        {size !== null && result !== null && (
          <Sparkline
            values={values}
            direction={direction}
            tone={look.tone}
            label={gauges.reads(gauges[direction], end === undefined ? '–' : format.plain(end))}
            size={size}
            format={format}
          />
        )}
      </div>
    );
  };
  return (
    <li className={styles['row']} data-row={row} data-chosen={rule !== null}>
      <div className={styles['pick']}>
        <strong aria-hidden>{name}</strong>
        {/* A saved picture shows no select elements; this text under it shows the choice. */}
        <span className={styles['under']} aria-hidden>
          {rule === null ? '–' : ruleName(rule)}
        </span>
        <Select<Rule | ''>
          label={<VisuallyHidden>{`${name}: ${decisions.rule}`}</VisuallyHidden>}
          control={`decision-${row}`}
          value={rule ?? ''}
          options={[
            { value: '', label: decisions.choose },
            ...RULE_IDS.map((id) => ({ value: id, label: ruleName(id) })),
          ]}
          onChange={(next) => onChoose(next === '' ? null : next)}
        />
      </div>
      {spark('forward')}
      {spark('backward')}
      <div className={styles['verdict']}>
        {problem !== null && <LaneProblem index={lane} problem={problem} />}
        {problem === null && rule !== null && <Verdict verdict={result?.verdict ?? null} />}
      </div>
    </li>
  );
}
