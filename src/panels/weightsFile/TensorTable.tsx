import { useMemo, useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import type { Examined, Finding } from '../../weightsFile/findings/finding.ts';
import { RuleName } from './RuleName.tsx';
import { TensorName } from './TensorName.tsx';
import { bySuspicion } from './suspicion.ts';
import type { Suspect } from './suspicion.ts';
import styles from './weightsFile.module.css';

/** Rows shown before the reader asks for the rest. */
const FIRST_ROWS = 40;

interface TensorTableProps {
  readonly tensors: readonly Examined[];
  readonly findings: readonly Finding[];
}

/** Every tensor of the open file, each with a button that opens its dialog. */
export function TensorTable({ tensors, findings }: TensorTableProps) {
  const { format } = useI18n();
  const words = useWeightsWords();
  const [all, setAll] = useState(false);
  const suspects = useMemo(() => bySuspicion(tensors, findings), [tensors, findings]);
  const shown = all ? suspects : suspects.slice(0, FIRST_ROWS);
  const { columns } = words;
  return (
    <>
      {/* A wide table scrolls; in the tab order, it can be scrolled by keyboard as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles['scroller']} tabIndex={0} aria-label={words.list}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {(['name', 'kind', 'shape', 'std', 'rule', 'findings'] as const).map((id) => (
                <th key={id} scope="col">
                  {columns[id]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((suspect) => (
              <Row key={suspect.examined.summary.name} suspect={suspect} />
            ))}
          </tbody>
        </table>
      </section>
      {!all && suspects.length > shown.length && (
        <Button data-action="all-tensors" onClick={() => setAll(true)}>
          {words.showAll(format.integer(suspects.length))}
        </Button>
      )}
    </>
  );
}

function Row({ suspect: { examined, findings } }: { readonly suspect: Suspect }) {
  const { format } = useI18n();
  const words = useWeightsWords();
  const { name, shape, layout, numbers } = examined.summary;
  return (
    <tr data-tensor={name}>
      <td>
        <TensorName name={name} />
      </td>
      <td>{words.kinds[layout.kind]}</td>
      <td className={styles['number']}>
        <Ltr>{shape.length === 0 ? '1' : shape.join(' × ')}</Ltr>
      </td>
      <td className={styles['number']}>{format.plain(numbers.std)}</td>
      <td>
        <RuleName rule={examined.rule} />
      </td>
      <td>{format.list(findings.map((id) => words.finding[id].title))}</td>
    </tr>
  );
}
