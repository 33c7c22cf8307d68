import { usePlot } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { Track } from './Track.tsx';
import { useTracks } from './tracksContext.ts';
import styles from '../frame/chart.module.css';

/** A track per lane, and the selected step. */
export function TrackMarks() {
  const { lanes, scrub, rem } = useTracks();
  const { plot, sx } = usePlot();
  const row = plot.height / Math.max(1, lanes.length);
  const foot = plot.y + plot.height;
  const at = scrub === null ? undefined : sx(scrub);
  return (
    <g>
      {lanes.map((lane, i) => (
        <Track key={lane.lane} lane={lane} sx={sx} top={plot.y + row * i} height={row} />
      ))}
      {at !== undefined && (
        <>
          <path className={styles['scrub']} d={`M${at},${plot.y}V${foot}`} />
          <circle className={styles['handle']} cx={at} cy={foot} r={rem * 0.3} />
        </>
      )}
    </g>
  );
}

/** Tooltip: the lanes at one step, in the order of the tracks. */
export function TrackTip({ at: step }: { readonly at: number }) {
  const { lanes, format, words } = useTracks();
  const rows = lanes.map((lane) => {
    const index = lane.steps.findLastIndex((each) => each <= step);
    const [share, gradient] = [lane.shares[index], lane.gradients[index]];
    return {
      key: lane.lane,
      name: lane.name,
      look: lane,
      cells: [
        share === undefined ? '–' : format.percent(share),
        gradient === undefined ? '–' : <HtmlNumber key="g" text={format.number(gradient)} />,
      ],
    };
  });
  return <ChartTip title={words.step(step)} heads={[words.share, words.gradient]} rows={rows} />;
}
