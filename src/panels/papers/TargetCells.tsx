import type { Picture, Target } from '../../engine/targets/target.ts';
import { parseQuery, printQuery } from '../../engine/lab/query.ts';
import { printTrain } from '../../engine/lab/trainSettings.ts';
import { laneAt } from '../../engine/map/mapPoint.ts';
import type { TrainabilityResult } from '../../engine/map/trainability.ts';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { TrainabilityCells } from '../../charts/map/TrainabilityCells.tsx';
import { leftToRight } from '../../i18n/bidi.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { rowWords } from '../../i18n/papers/en.ts';
import { usePapersWords } from '../../i18n/papers/words.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

interface TargetCellsProps {
  readonly target: Target;
  readonly picture: Extract<Picture, { readonly kind: 'trainability' }>;
  readonly raceHref: (query: string) => string;
}

/** A grid of depth × σ_w² that shows which races learned, with the depth that theory predicts. */
export function TargetCells({ target, picture, raceHref }: TargetCellsProps) {
  const { format } = useI18n();
  const words = usePapersWords();
  const figureNumbers = useFigureNumbers();
  const { depths, weightVariances, results, predicted, biasVariance } = picture;
  const { theirs } = rowWords(words, target.id);
  const learned = results.filter((result) => result.learned > 0).length;
  const stepText = ({ medianStep }: TrainabilityResult): string =>
    medianStep === null ? '–' : format.integer(medianStep);
  const query = (depth: number, weightVariance: number): string => {
    const { lab, train } = parseQuery(picture.query, 'race');
    const lanes = [laneAt({ weightVariance, biasVariance })];
    return printQuery({ ...lab, lanes, settings: { ...lab.settings, depth } }, printTrain(train));
  };
  return (
    <FigureFrame
      chart="target-cells"
      title={words.cells}
      summary={words.cellsSummary(format.integer(learned), format.integer(results.length))}
      caption={theirs === undefined ? undefined : `${words.theirs} ${theirs}`}
      numbers={figureNumbers({
        caption: words.cells,
        columns: [
          { id: 'depth', title: words.depth },
          { id: 'variance', title: leftToRight('σ_w²') },
          { id: 'step', title: words.record },
        ],
        rows: () =>
          results.map((result) => ({
            id: `${result.depth} ${result.weightVariance}`,
            title: format.integer(result.depth),
            cells: [format.plain(result.weightVariance), stepText(result)],
          })),
        raw: () =>
          results.map(({ depth, weightVariance, medianStep }) => [
            depth,
            weightVariance,
            medianStep,
          ]),
      })}
    >
      <TrainabilityCells
        depths={depths}
        weightVariances={weightVariances}
        results={results}
        edge={{ weightVariance: weightVariances, depths: predicted }}
        depthText={(depth) => format.integer(depth)}
        varianceText={(variance) => format.plain(variance)}
        text={(result) => (result === null ? '' : stepText(result))}
        said={(depth, variance, result) => {
          const cell = words.cell(format.integer(depth), format.plain(variance));
          const step = result?.medianStep ?? null;
          return `${cell}: ${step === null ? words.notLearned : words.learnedAt(format.integer(step))}`;
        }}
        href={(depth, variance) => raceHref(query(depth, variance))}
        corner={words.depth}
        label={words.cells}
      />
    </FigureFrame>
  );
}
