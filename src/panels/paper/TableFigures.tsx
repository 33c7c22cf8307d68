/** Tables that the screen fills by computing, and paper by hand. */
import { VERDICTS } from '../../engine/types.ts';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { laneName } from '../lanes/laneNames.ts';
import { VERDICT_SHAPES } from '../lanes/Verdict.tsx';
import { ROWS, RULE_IDS, RULES } from '../instruments/decisions.ts';
import { POSTER_ACTS, STARTS } from '../poster/starts.ts';
import type { PaperView } from './paperView.ts';
import styles from './paper.module.css';

/** Something for a cell to hold. */
const BLANK = '\u00a0';

/** Activations by rules, with a box for each pair. */
export function DecisionsFigure({ view: { words, format } }: { readonly view: PaperView }) {
  const { decisions } = useLessonWords();
  return (
    <table className={styles['grid']}>
      <thead>
        <tr>
          <th>{decisions.activation}</th>
          {RULE_IDS.map((id) => (
            <th key={id}>{laneName({ initializer: RULES[id], overrides: {} }, words, format)}</th>
          ))}
          <th>{decisions.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th>{words.activations[row]}</th>
            {RULE_IDS.map((id) => (
              <td key={id}>
                <span className={styles['box']}>{BLANK}</span>
              </td>
            ))}
            <td>{BLANK}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Starts by activations, an empty cell for each verdict, and the signs of the verdicts. */
export function PosterFigure({ view: { words, format } }: { readonly view: PaperView }) {
  return (
    <>
      <table className={styles['grid']} data-cells="verdicts">
        <thead>
          <tr>
            <th aria-label={words.lab.activation} />
            {STARTS.map((start) => {
              const name = laneName(start, words, format);
              return <th key={name}>{name}</th>;
            })}
          </tr>
        </thead>
        <tbody>
          {POSTER_ACTS.map((act) => (
            <tr key={act}>
              <th>{words.activations[act]}</th>
              {STARTS.map((start) => (
                <td key={laneName(start, words, format)}>{BLANK}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {VERDICTS.map((id) => (
          <span key={id} className={styles['sign']}>
            {VERDICT_SHAPES[id]} {words.verdicts[id]}
          </span>
        ))}
      </p>
    </>
  );
}
