import { useMemo } from 'react';
import { changeOf } from '../../engine/measure/verdict.ts';
import { clampConfig } from '../../engine/lab/config.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { netVariants } from '../../engine/theory/netVariants.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useBlocksWords } from '../../i18n/blocks/words.ts';
import { useLateLab } from '../../store/late/useLateStore.ts';
import styles from './NetVariantsTable.module.css';

/** What theory predicts for a lane's initialization with residual connections and with normalization. */
export function NetVariantsTable() {
  const { format } = useI18n();
  const { variants: own } = useBlocksWords();
  const lab = useLateLab();
  const lane = lab.lanes.at(-1);
  const rows = useMemo(
    () => (lane === undefined ? [] : netVariants(clampConfig(laneConfig(lab, lane)).value)),
    [lab, lane],
  );
  const cell = (ends: readonly [number, number] | null, steps: number): string => {
    if (ends === null) return own.unknown;
    const [from, to] = ends;
    const turn = changeOf(from, to, steps);
    const word = turn === 0 ? own.kept : turn === 1 ? own.grows : own.shrinks;
    return `× ${format.plain(to / from)} · ${word}`;
  };
  return (
    <table className={styles['table']} data-variants>
      <caption>{own.title}</caption>
      <thead>
        <tr>
          <th scope="col">{own.net}</th>
          <th scope="col">{own.forward}</th>
          <th scope="col">{own.backward}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ variant, steps, forward, backward }) => (
          <tr key={variant} data-variant={variant}>
            <th scope="row">{own.names[variant]}</th>
            <td>{cell(forward, steps)}</td>
            <td>{cell(backward, steps)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3}>{own.caption}</td>
        </tr>
      </tfoot>
    </table>
  );
}
