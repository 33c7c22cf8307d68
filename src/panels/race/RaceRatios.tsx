import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { NumberTable } from '../../charts/frame/NumberTable.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { SpreadByLayer } from '../../charts/byLayer/SpreadByLayer.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import type { Inspection } from '../../engine/train/inspect.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { useRaceName } from '../lanes/useRaceName.ts';
import { useLayerFocus } from '../lanes/useLayerFocus.ts';

/** Usual ratio of the size of an update to that of the weights: 10⁻³, as a power of ten. */
const USUAL_DECADE = -3;

const most = (inspection: Inspection, part: 'saturated' | 'dead'): number =>
  Math.max(0, ...inspection.readings.map((reading) => reading[part]));

/** Checks of training in practice: update ratios, and shares of saturated and dead units. */
export function RaceRatios() {
  const { words, format } = useI18n();
  const race = useRaceWords();
  const races = useStore((state) => state.races);
  const { focused, onFocusLayer } = useLayerFocus();
  const [ref, size] = useChartSize();
  const looks = useLaneMarks(useRaceName());
  const marks = useMemo(
    () =>
      looks.map((look): SpreadLane => {
        const readings = races[look.lane]?.inspection?.readings ?? [];
        return {
          ...look,
          stale: false,
          measured: readings.map(({ updateToWeight }) => updateToWeight),
          theory: null,
          seedBand: null,
        };
      }),
    [looks, races],
  );
  const layers = Math.max(1, ...marks.map(({ measured }) => measured.length));
  const chartWords = useMemo(
    () => ({
      layer: (layer: number) => words.charts.layer(format.integer(layer)),
      measured: race.ratiosY,
      theory: '',
      infinite: words.numbers.infinity,
    }),
    [words, format, race],
  );
  const number = (value: number | undefined) =>
    value === undefined ? '–' : <HtmlNumber text={format.number(value)} />;
  const { table } = race;
  return (
    <FigureFrame
      chart="ratios"
      title={race.ratios}
      summary={`${format.clauses(marks.map(({ name, measured }) => race.spoken(name, format.plain(measured[0] ?? Number.NaN))))}.`}
      caption={race.ratiosCaption}
    >
      <div ref={ref}>
        {size !== null && (
          <SpreadByLayer
            lanes={marks}
            layers={layers}
            direction="forward"
            reference={USUAL_DECADE}
            xTitle={race.ratiosX}
            yTitle={race.ratiosY}
            label={race.ratios}
            size={size}
            format={format}
            words={chartWords}
            focused={focused}
            onFocusLayer={onFocusLayer}
          />
        )}
      </div>
      <NumberTable
        caption={race.ratios}
        columns={[
          { id: 'lane', title: table.lane },
          { id: 'loss', title: table.loss },
          { id: 'chance', title: table.chance },
          { id: 'saturated', title: table.saturated },
          { id: 'dead', title: table.dead },
          { id: 'gradient', title: table.gradient },
          { id: 'update', title: table.update },
        ]}
        rows={marks.map(({ lane, name }) => {
          const { inspection = null, records = [] } = races[lane] ?? {};
          const [first] = inspection?.readings ?? [];
          return {
            id: String(lane),
            title: name,
            cells: [
              number(records[0]?.loss),
              number(inspection?.chanceLoss),
              inspection === null ? '–' : format.percent(most(inspection, 'saturated')),
              inspection === null ? '–' : format.percent(most(inspection, 'dead')),
              number(first?.gradientToWeight),
              number(first?.updateToWeight),
            ],
          };
        })}
      />
    </FigureFrame>
  );
}
