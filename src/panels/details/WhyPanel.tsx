import { memo, useMemo } from 'react';
import type { Outcome } from '../../engine/experiment/propagate.ts';
import { architecture } from '../../engine/passes/architecture.ts';
import { drawMoments } from '../../engine/rules/draw.ts';
import { initializer } from '../../engine/rules/initializer.ts';
import { distance } from '../../engine/theory/theory.ts';
import type { ActivationId } from '../../engine/types.ts';
import { activationMoments, fixedPoint } from '../../engine/theory/variance.ts';
import type { Words } from '../../i18n/page/en.ts';
import type { Format } from '../../i18n/format.ts';
import { useI18n, useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { useLateLabLanes, useLateLane } from '../../store/late/useLateStore.ts';
import type { LaneState, Shown } from '../../store/state/types.ts';
import { laneName } from '../lanes/laneNames.ts';
import { verdictWhy } from '../lanes/verdictWords.ts';
import styles from './WhyPanel.module.css';

/** Activations that scale with their input: theory gives them a factor per layer instead of a fixed point. */
const HOMOGENEOUS: ReadonlySet<ActivationId> = new Set(['linear', 'relu', 'leaky_relu']);

/** What theory says about a typical hidden layer of the run, and how far the run is from it. */
function theoryFacts(shown: Shown, words: Words, format: Format): readonly string[] {
  const { config, layers } = shown;
  const { charts } = words;
  const { hidden } = architecture(config).value;
  const { fanIn, fanOut } = hidden[1] ?? hidden[0] ?? { fanIn: config.width, fanOut: config.width };
  const moments = (spec: typeof config.bias): number | null => {
    const found = drawMoments(initializer(spec.id).draw(spec.params, fanIn, fanOut), fanIn, fanOut);
    return found === null || found.mean !== 0 ? null : found.std ** 2;
  };
  const variance = moments(config.initializer);
  const bias = moments(config.bias) ?? 0;
  const facts: string[] = [];
  if (variance !== null && variance > 0) {
    const gain = fanIn * variance;
    facts.push(charts.gain(format.plain(gain)));
    if (HOMOGENEOUS.has(config.act.id)) {
      const factor = Math.sqrt(gain * activationMoments(config.act, 1).second);
      facts.push(charts.theoryFactor(format.plain(factor)));
    } else {
      const { second, mean } = activationMoments(config.act, fixedPoint(config.act, gain, bias));
      facts.push(charts.fixedPoint(format.plain(Math.sqrt(Math.max(0, second - mean ** 2)))));
    }
  }
  const distances = layers.flatMap(({ activations, theory }) =>
    theory === null ? [] : [distance(activations.std, theory.activationStd)],
  );
  const far = distances.filter(Number.isFinite);
  if (far.length > 0) facts.push(charts.distance(format.plain(10 ** Math.max(...far))));
  return facts;
}

/** What is on the screen now, read without subscribing to changes. */
const laneShown = (index: number): Shown | null => useStore.getState().lanes[index]?.shown ?? null;

const outcomeOf = (lane: LaneState | undefined): Outcome | null => lane?.shown?.outcome ?? null;

/** One lane's sentence. It changes when a run is done, and stays the same while layers stream in. */
const LaneWhy = memo(function LaneWhy({ index }: { readonly index: number }) {
  const { words, format } = useI18n();
  const lane = useLateLabLanes()[index];
  const outcome = useLateLane(index, outcomeOf);
  const facts = useMemo(() => {
    const shown = laneShown(index);
    return shown === null || outcome === null ? [] : theoryFacts(shown, words, format);
  }, [index, outcome, words, format]);
  if (lane === undefined) return null;
  return (
    <div>
      <dt>{laneName(lane, words, format)}</dt>
      <dd>
        {outcome !== null && <p>{verdictWhy(outcome.verdict, words, format)}</p>}
        <p className={styles['facts']}>{format.clauses(facts)}</p>
      </dd>
    </div>
  );
});

/** Each lane's verdict as a sentence with its numbers, next to what theory says. */
export function WhyPanel() {
  const words = useWords();
  const lanes = useStore((state) => state.lab.lanes.length);
  return (
    <section className={styles['why']}>
      <h3>{words.charts.why}</h3>
      <dl>
        {Array.from({ length: lanes }, (_, index) => (
          <LaneWhy key={index} index={index} />
        ))}
      </dl>
    </section>
  );
}
