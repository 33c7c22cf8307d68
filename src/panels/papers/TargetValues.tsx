import { badgeOf } from '../../engine/targets/target.ts';
import type { Measured, Target } from '../../engine/targets/target.ts';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useFormat } from '../../i18n/I18n.tsx';
import { usePapersWords } from '../../i18n/papers/words.ts';
import { Ltr } from '../../ui/Ltr.tsx';
import { Badge } from './Badge.tsx';
import styles from './papers.module.css';

interface TargetValuesProps {
  readonly target: Target;
  /** `null` if not run yet. */
  readonly measured: Measured | null;
}

/** Every number of a row: as printed, its accepted band, and as measured here. */
export function TargetValues({ target, measured }: TargetValuesProps) {
  const words = usePapersWords();
  const format = useFormat();
  return (
    <div
      // A landmark per row would hide the page's own landmarks.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      className={styles['scroller']}
      // A wide table scrolls; in the tab order, it can be scrolled by keyboard as well.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={`${words.value}, ${target.id}`}
    >
      <table className={styles['values']}>
        <thead>
          <tr>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.printed}</th>
            <th scope="col">{words.expected}</th>
            <th scope="col">{words.here}</th>
          </tr>
        </thead>
        <tbody>
          {target.values.map((value, i) => {
            const found = measured?.values[i];
            const [low, high] = value.band;
            return (
              <tr key={value.label}>
                <th scope="row">
                  <Ltr>{value.label}</Ltr>
                </th>
                <td>{value.printed === undefined ? '–' : <Ltr>{value.printed}</Ltr>}</td>
                <td>
                  <bdi dir="ltr">
                    <HtmlNumber text={format.number(low)} />
                    {low !== high && (
                      <>
                        {' – '}
                        <HtmlNumber text={format.number(high)} />
                      </>
                    )}
                  </bdi>
                </td>
                <td data-here>
                  {found === undefined ? (
                    '–'
                  ) : (
                    <>
                      <HtmlNumber text={format.number(found)} />{' '}
                      {target.values.length > 1 && badgeOf(value, found) === 'outside' && (
                        <Badge badge="outside" />
                      )}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
