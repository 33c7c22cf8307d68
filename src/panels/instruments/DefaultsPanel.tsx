import { useState } from 'react';
import { DensityRow } from '../../charts/draws/DensityRow.tsx';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { steppedReach } from '../../charts/geometry/steppedReach.ts';
import { drawDensity } from '../../engine/weights/density.ts';
import { TRUNCATION } from '../../engine/math/inverseNormal.ts';
import { drawMoments } from '../../engine/rules/draw.ts';
import type { Draw } from '../../engine/rules/draw.ts';
import {
  FRAMEWORK_IDS,
  FRAMEWORKS,
  frameworkBias,
  frameworkDraw,
} from '../../engine/lecture/frameworks.ts';
import type { FrameworkId } from '../../engine/lecture/frameworks.ts';
import type { Format } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import type { LessonWords } from '../../i18n/lesson/en.ts';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { Choice } from '../../ui/Choice.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import styles from './DefaultsPanel.module.css';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

/** Largest value that can be drawn; `null` where there is no limit. */
function limitOf(draw: Draw): number | null {
  if (draw.kind === 'uniform') return draw.hi;
  return draw.kind === 'truncated' ? draw.mean + TRUNCATION * draw.std : null;
}

/** A draw in words: the distribution and where it ends. */
function drawWords(draw: Draw, words: LessonWords['defaults'], format: Format): string {
  const limit = limitOf(draw);
  if (limit !== null) {
    return (draw.kind === 'uniform' ? words.uniform : words.truncated)(format.plain(limit));
  }
  return draw.kind === 'constant' ? format.plain(draw.value) : words.normal;
}

/** Series colours by kind of rule: Xavier, the old standard, LeCun, a fixed number. */
const TONES = {
  tensorflow1: 3,
  keras: 3,
  pytorch: 5,
  jax: 4,
  numpy: 2,
} as const satisfies Record<FrameworkId, number>;

/** The distributions from which five libraries draw a layer by default; the reader sets the layer's shape. */
export function DefaultsPanel() {
  const { words, format, dir } = useI18n();
  const figureNumbers = useFigureNumbers();
  const { defaults } = useLessonWords();
  const { fanIn, fanOut } = useLesson((state) => state.dials);
  const [open, setOpen] = useState<FrameworkId>('pytorch');
  const rows = FRAMEWORK_IDS.map((id) => {
    const draw = frameworkDraw(id, fanIn, fanOut);
    const bias = frameworkBias(id, fanIn, fanOut);
    const std = drawMoments(draw, fanIn, fanOut)?.std ?? 0;
    const limit = limitOf(draw);
    return {
      ...FRAMEWORKS[id],
      id,
      std,
      limit,
      density: drawDensity(draw),
      drawn: drawWords(draw, defaults, format),
      bias: drawWords(bias, defaults, format),
    };
  });
  const reach = steppedReach(Math.max(...rows.map(({ limit, std }) => 1.05 * (limit ?? 4 * std))));
  const top = Math.max(...rows.map(({ density }) => density?.(0) ?? 0));
  const tick = (value: number) => <HtmlNumber text={format.number(value)} />;
  return (
    <FigureFrame
      chart="defaults"
      title={defaults.title}
      titleLevel={2}
      summary={`${defaults.summary} ${format.clauses(rows.map(({ name, drawn, std, bias }) => defaults.row(name, drawn, format.plain(std), bias)))}.`}
      caption={defaults.caption}
      numbers={figureNumbers({
        caption: defaults.title,
        columns: [
          { id: 'library', title: defaults.library },
          { id: 'weights', title: defaults.weights },
          { id: 'limit', title: defaults.limit },
          { id: 'std', title: defaults.std },
          { id: 'bias', title: defaults.bias },
        ],
        rows: () =>
          rows.map(({ id, name, drawn, limit, std, bias }) => ({
            id,
            title: name,
            cells: [drawn, limit === null ? '–' : tick(limit), tick(std), bias],
          })),
        raw: () => rows.map(({ name, rule, limit, std }) => [name, rule, limit, std]),
      })}
    >
      <ul className={styles['rows']} dir={dir}>
        {rows.map((row) => (
          <li key={row.id} data-tone={TONES[row.id]} data-framework={row.id}>
            <div className={styles['name']}>
              <strong lang="en" dir="ltr">
                {row.name}
              </strong>
              <code dir="ltr">{row.call(fanIn, fanOut)}</code>
              {row.id === 'numpy' && <small>{defaults.none}</small>}
            </div>
            <div className={styles['plot']} dir="ltr">
              <DensityRow density={row.density} reach={reach} top={top} limit={row.limit} />
            </div>
            <div className={styles['facts']}>
              <span data-drawn>{row.drawn}</span>
              <span>{defaults.numbers(format.plain(row.std), row.bias)}</span>
              {row.id !== 'numpy' && (
                <code dir="ltr" data-rule>
                  {row.rule}
                </code>
              )}
            </div>
          </li>
        ))}
        <li className={styles['axis']} aria-hidden>
          <div className={styles['ticks']} dir="ltr">
            {[-reach, 0, reach].map((value) => (
              <span key={value}>{tick(value)}</span>
            ))}
          </div>
        </li>
      </ul>
      <div className={styles['said']} dir={dir} data-picture="none">
        <Choice
          label={defaults.code}
          control="said"
          value={open}
          options={FRAMEWORK_IDS.map((id) => ({
            value: id,
            label: (
              <span lang="en" dir="ltr">
                {FRAMEWORKS[id].name}
              </span>
            ),
          }))}
          onChange={setOpen}
        />
        <CodeBlock
          code={FRAMEWORKS[open].explicitCode(fanIn, fanOut)}
          label={FRAMEWORKS[open].name}
          copy={words.share.copy}
          copied={words.share.copied}
        />
      </div>
    </FigureFrame>
  );
}
