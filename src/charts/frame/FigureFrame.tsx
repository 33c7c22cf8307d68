import { createElement, use, useId, useState } from 'react';
import type { ReactNode } from 'react';
import styles from './FigureFrame.module.css';
import type { FigureNumbers } from './figureNumbers.ts';
import { FigureTools } from './figureTools.ts';
import { NumberTable } from './NumberTable.tsx';

export interface FigureFrameProps {
  /** Identifies the chart for scripts: `figure[data-chart=…]`. */
  readonly chart: string;
  /** The question that the chart answers. */
  readonly title: ReactNode;
  readonly titleLevel?: 2 | 3 | 4;
  /** The finding, once it may be revealed. */
  readonly caption?: ReactNode;
  /** One sentence for screen readers: what a sighted reader sees at a glance. */
  readonly summary: string;
  readonly numbers?: FigureNumbers | undefined;
  /** Beside the menu: a scale switch, say. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame around every chart. Text follows the page's direction; the plot is always left-to-right. */
export function FigureFrame(props: FigureFrameProps) {
  const { chart, title, titleLevel = 3, caption, summary, numbers, actions, children } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const tools = use(FigureTools);
  const Heading = `h${titleLevel}` as const;
  return (
    <figure className={styles['figure']} data-chart={chart} aria-labelledby={`${id}-title`}>
      <header className={styles['header']}>
        <Heading className={styles['title']} id={`${id}-title`}>
          {title}
        </Heading>
        <div className={styles['actions']} data-picture="none">
          {actions}
          {tools !== null && (
            <span className={styles['tools']}>
              {createElement(tools, { chart, numbers, shown: open, onShow: setOpen })}
            </span>
          )}
          {tools === null && numbers !== undefined && (
            <button
              type="button"
              className={styles['button']}
              aria-expanded={open}
              aria-controls={`${id}-numbers`}
              onClick={() => setOpen(!open)}
            >
              {open ? numbers.hide : numbers.show}
            </button>
          )}
        </div>
      </header>
      <p className={styles['summary']} data-picture="none">
        {summary}
      </p>
      <div className={styles['plot']} dir="ltr">
        {children}
      </div>
      {caption !== undefined && <figcaption className={styles['caption']}>{caption}</figcaption>}
      <div id={`${id}-numbers`} className={styles['numbers']} data-picture="none" hidden={!open}>
        {open && numbers !== undefined && (
          <NumberTable caption={numbers.caption} columns={numbers.columns} rows={numbers.rows()} />
        )}
      </div>
    </figure>
  );
}
