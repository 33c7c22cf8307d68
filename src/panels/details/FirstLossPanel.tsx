import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { isLabelled } from '../../engine/data/inputs.ts';
import { deadProbability } from '../../engine/theory/deadProbability.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useBlocksWords } from '../../i18n/blocks/words.ts';
import { useStore } from '../../store/store.ts';
import { firstLoss } from '../../engine/theory/firstLoss.ts';
import { useLaneNames } from '../lanes/useLaneNames.ts';
import styles from '../controls/NetVariantsTable.module.css';

/** The loss before any step against ln C, and how many inputs a ReLU net of few units is dead for. */
export function FirstLossPanel() {
  const { format, dir } = useI18n();
  const { firstLoss: own } = useBlocksWords();
  const names = useLaneNames();
  const states = useStore((state) => state.lanes);
  const rows = states.map((state, index) => {
    const shown = state.shown;
    const last = shown?.layers.at(-1);
    const output = shown?.outcome?.output ?? null;
    const labelled = shown !== null && isLabelled(shown.config.input);
    const narrow =
      shown?.config.act.id === 'relu' &&
      shown.config.net === 'dense' &&
      shown.config.block === 'plain' &&
      shown.config.norm === 'none' &&
      shown.config.width <= 12;
    return {
      lane: index,
      name: names[index] ?? '',
      loss: labelled ? (shown.outcome?.loss ?? null) : null,
      classes: labelled ? (output?.units ?? null) : null,
      spread: output?.preActivations.rms ?? null,
      dead:
        narrow && last !== undefined
          ? own.dead(
              format.percent(last.deadExamples),
              format.plain(deadProbability(shown.config.width, shown.layers.length)),
            )
          : null,
    };
  });
  const text = (value: number | null): string => (value === null ? '–' : format.plain(value));
  const dead = rows.filter((row) => row.dead !== null);
  return (
    <FigureFrame chart="first-loss" title={own.title} summary={own.title} caption={own.caption}>
      {rows.some(({ loss }) => loss !== null) ? (
        <table className={styles['table']} dir={dir}>
          <thead>
            <tr>
              {[own.lane, own.loss, own.chance, own.spread, own.predicted].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, loss, classes, spread, lane }) => (
              <tr key={lane}>
                <th scope="row">{name}</th>
                <td>{text(loss)}</td>
                <td>{text(classes === null ? null : Math.log(classes))}</td>
                <td>{text(spread)}</td>
                <td>
                  {text(classes === null || spread === null ? null : firstLoss(classes, spread))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p dir={dir}>{own.unlabelled}</p>
      )}
      {dead.map((row) => (
        <p key={row.lane} dir={dir}>
          {row.name}: {row.dead}
        </p>
      ))}
    </FigureFrame>
  );
}
