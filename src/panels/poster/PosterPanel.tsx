import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { PosterChart } from '../../charts/poster/PosterChart.tsx';
import type { PosterCell } from '../../charts/poster/posterData.ts';
import { activation } from '../../engine/rules/activations.ts';
import type { Summary } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePosterWords } from '../../i18n/poster/words.ts';
import type { LaneResults } from '../../store/lesson/stageResults.ts';
import { useMarkPending } from '../../ui/pending.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { laneLooks } from '../lanes/laneLook.ts';
import { laneName } from '../lanes/laneNames.ts';
import { VERDICT_SHAPES } from '../lanes/Verdict.tsx';
import { verdictShort } from '../lanes/verdictWords.ts';
import styles from './PosterPanel.module.css';
import {
  cellQuery,
  POSTER_ACTS,
  POSTER_LAYERS,
  POSTER_NET,
  scaledVariance,
  STARTS,
} from './starts.ts';
import type { PosterAct } from './starts.ts';
import { usePosterResults } from './usePosterResults.ts';

interface PosterPanelProps {
  readonly titleLevel?: 2 | 3;
  /** A QR code of the sheet's address, 24 × 24, for its corner. */
  readonly code?: ReactNode;
}

/** The same in both languages. */
const EQUATION = 'n · Var(w) · E[f(z)²] ⁄ E[z²] = 1';

const stdOf = (summary: Summary | null): number => {
  if (summary === null) return Number.NaN;
  return summary.finite === 0 ? Infinity : summary.std;
};

/** The lecture on one sheet: every initialization with every activation, computed in the browser. */
export function PosterPanel({ titleLevel = 2, code }: PosterPanelProps) {
  const { words, format } = useI18n();
  const poster = usePosterWords();
  const figureNumbers = useFigureNumbers();
  const results = usePosterResults();
  const [today] = useState(() => new Date());
  useMarkPending(results.kind === 'computing');
  const columns = useMemo(
    () =>
      STARTS.map((start) => {
        const scaled = scaledVariance(start);
        const { value = 0 } = start.initializer.params;
        return {
          id: cellQuery(start, 'tanh'),
          name: laneName(start, words, format),
          rule:
            scaled === null
              ? `w = ${format.formula(Number(value))}`
              : `n · Var(w) = ${format.formula(Number(scaled.toPrecision(3)))}`,
        };
      }),
    [words, format],
  );
  const rows = useMemo(() => {
    const looks = laneLooks(STARTS);
    const cellOf = (found: LaneResults, index: number, act: PosterAct): PosterCell | null => {
      const start = STARTS[index];
      if (start === undefined) return null;
      const { verdict } = found.outcome;
      const [word, reason] = [
        words.verdicts[verdict.id],
        verdictShort(verdict.reason, words, format),
      ];
      return {
        id: `${act}-${index}`,
        look: looks(index),
        verdict: `${VERDICT_SHAPES[verdict.id]} ${word}`,
        reason,
        healthy: verdict.id === 'healthy',
        rows: POSTER_LAYERS.flatMap((layer) => {
          const stats = found.layers[layer - 1];
          return stats === undefined
            ? []
            : [{ layer, name: format.integer(layer), summary: stats.activations }];
        }),
        forward: found.layers.map(({ activations }) => stdOf(activations)),
        backward: found.layers.map(({ gradients }) => stdOf(gradients)),
        href: `#/lab?${cellQuery(start, act)}`,
        label: `${columns[index]?.name ?? ''}, ${words.activations[act]}: ${word}, ${reason}`,
      };
    };
    return POSTER_ACTS.map((act, r) => {
      const { f, df } = activation(act).curve({});
      return {
        id: act,
        name: words.activations[act],
        f,
        df,
        cells: STARTS.map((_, i) => {
          const found = results.rows[r]?.[i];
          return found == null ? null : cellOf(found, i, act);
        }),
      };
    });
  }, [words, format, columns, results]);
  const n = format.integer;
  const made = poster.made(
    n(POSTER_NET.depth),
    n(POSTER_NET.width),
    n(POSTER_NET.seed),
    format.date(today),
  );
  const cells = results.rows.flat();
  const computed = cells.filter((cell) => cell !== null).length;
  const spoken = rows.map(({ name, cells }) => {
    const healthy = cells.flatMap((cell, i) =>
      cell?.healthy === true ? (columns[i]?.name ?? []) : [],
    );
    return healthy.length === 0 ? poster.nobody(name) : poster.healthy(name, format.list(healthy));
  });
  return (
    <div className={styles['poster']}>
      <FigureFrame
        chart="poster"
        title={poster.title}
        titleLevel={titleLevel}
        summary={results.kind === 'done' ? `${format.clauses(spoken)}.` : ''}
        caption={poster.caption}
        numbers={figureNumbers({
          caption: poster.title,
          columns: [
            { id: 'start', title: poster.start },
            ...rows.map(({ id, name }) => ({ id, title: name })),
          ],
          rows: () =>
            columns.map(({ id, name }, i) => ({
              id,
              title: name,
              cells: rows.map(({ cells }) => {
                const cell = cells[i];
                return cell == null ? '–' : `${cell.verdict}: ${cell.reason}`;
              }),
            })),
        })}
      >
        <output className={styles['progress']}>
          {results.kind === 'computing' && poster.computing(n(computed), n(cells.length))}
          {results.kind === 'failed' && poster.failed}
        </output>
        <div className={styles['scroller']}>
          <PosterChart
            title={poster.title}
            columns={columns}
            rows={rows}
            equation={EQUATION}
            made={made}
            code={code}
          />
        </div>
      </FigureFrame>
    </div>
  );
}
