/** Initializations marked on the map: those of the lecture, at the width of the lanes. */
import { completeInitializer, parseInitializer } from '../../engine/rules/spec.ts';
import { pointOf } from '../../engine/map/mapPoint.ts';
import type { Settings } from '../../engine/lab/lab.ts';
import type { MapMark } from '../../charts/map/chaosContext.ts';
import { laneLooks } from '../lanes/laneLook.ts';
import { laneName } from '../lanes/laneNames.ts';
import type { Format } from '../../i18n/format.ts';
import type { Words } from '../../i18n/page/en.ts';

const STARTS = [
  'zeros',
  'pytorch_linear',
  'random_normal(std=0.1)',
  'lecun_normal',
  'xavier_normal',
  'he_normal',
] as const;

/** PyTorch draws biases by the same rule as weights. */
const bias = (start: string): string => (start === 'pytorch_linear' ? 'pytorch_linear' : 'zeros');

const spec = (text: string) => completeInitializer(parseInitializer(text, 'lane').value).value;

export function mapMarks(settings: Settings, words: Words, format: Format): readonly MapMark[] {
  const lanes = STARTS.map((start) => ({ initializer: spec(start), overrides: {} }));
  const look = laneLooks(lanes);
  const marks = STARTS.flatMap((start, i): readonly MapMark[] => {
    const lane = lanes[i];
    const point =
      lane && pointOf({ ...settings, bias: spec(bias(start)), initializer: lane.initializer });
    if (lane === undefined || !point) return [];
    return [{ key: start, name: laneName(lane, words, format), look: look(i), ...point }];
  });
  // Initializations at one point share a label: LeCun's and Xavier's coincide where fan-in and fan-out are equal.
  const at = (mark: MapMark): string => mark.weightVariance.toPrecision(9);
  const points = [...new Set(marks.map(at))].map((place) =>
    marks.filter((mark) => at(mark) === place),
  );
  return points.flatMap((same) => {
    const last = same.at(-1);
    return last === undefined ? [] : [{ ...last, name: format.list(same.map(({ name }) => name)) }];
  });
}
