import { HtmlNumber } from '../../../charts/frame/PrintedNumber.tsx';
import { NumberTable } from '../../../charts/frame/NumberTable.tsx';
import { drawMoments } from '../../../engine/rules/draw.ts';
import { countedFans, fans, weightShape } from '../../../engine/rules/fans.ts';
import type { CountingLibrary, Fans, FansOf } from '../../../engine/rules/fans.ts';
import { INITIALIZER_IDS, initializer } from '../../../engine/rules/initializer.ts';
import { FANS } from '../../../engine/rules/rule.ts';
import type { InitializerId } from '../../../engine/types.ts';
import { useI18n } from '../../../i18n/I18n.tsx';
import { useFansWords } from '../../../i18n/fans/words.ts';
import { Ltr } from '../../../ui/Ltr.tsx';

const LIBRARIES = {
  pytorch: 'PyTorch',
  keras: 'Keras, TensorFlow',
  flax: 'JAX, Flax',
} as const satisfies Record<CountingLibrary, string>;
const isLibrary = (id: string): id is CountingLibrary => Object.hasOwn(LIBRARIES, id);

interface RuleOfLayer {
  readonly id: InitializerId;
  readonly mode: 'fan_in' | 'fan_out' | null;
  readonly std: number;
  readonly limit: number | null;
}

/** Standard deviation and limit of every rule that uses the fans; rules with a `mode` appear once for each mode. */
function rulesOf({ fanIn, fanOut }: Fans): readonly RuleOfLayer[] {
  return INITIALIZER_IDS.flatMap((id) => {
    const { rule, params, draw } = initializer(id);
    if (rule.kind !== 'scaling') return [];
    // A rule whose scale is a parameter has no single row.
    if (typeof rule.scale === 'string') return [];
    const modes = params['mode'] === undefined ? [null] : (['fan_in', 'fan_out'] as const);
    return modes.map((mode): RuleOfLayer => {
      const drawn = draw(mode === null ? {} : { mode }, fanIn, fanOut);
      return {
        id,
        mode,
        std: drawMoments(drawn, fanIn, fanOut)?.std ?? 0,
        limit: drawn.kind === 'uniform' ? drawn.hi : null,
      };
    });
  });
}

/** He's standard deviation, √(2/n). */
const heStd = (n: number): number => Math.sqrt(2 / n);

/** What every rule draws for the layer. */
export function RuleTable({ layer }: { readonly layer: FansOf }) {
  const { words, format } = useI18n();
  const text = useFansWords();
  const number = (value: number) => <HtmlNumber text={format.number(value)} />;
  return (
    <NumberTable
      caption={text.rules}
      columns={[
        { id: 'rule', title: text.rule },
        { id: 'std', title: text.std },
        { id: 'limit', title: text.limit },
      ]}
      rows={rulesOf(fans(layer)).map(({ id, mode, std, limit }) => ({
        id: `${id}-${mode}`,
        title:
          mode === null
            ? words.initializers[id].name
            : `${words.initializers[id].name}: ${text.mode[mode]}`,
        cells: [number(std), limit === null ? '–' : <Ltr key="limit">±{number(limit)}</Ltr>],
      }))}
    />
  );
}

/** The fans as each library counts them, and the standard deviation that He's rule then has. */
export function LibraryTable({ layer }: { readonly layer: FansOf }) {
  const { format } = useI18n();
  const text = useFansWords();
  const own = fans(layer);
  const judged = (counted: number, right: number) => {
    const factor = heStd(right) / heStd(counted);
    if (Math.abs(factor - 1) < 1e-12) return text.agrees;
    return factor > 1
      ? text.tooSmall(format.plain(factor))
      : text.tooLarge(format.plain(1 / factor));
  };
  const modes = FANS.filter((fan) => fan !== 'fan_avg');
  return (
    <NumberTable
      caption={text.libraries}
      columns={[
        { id: 'library', title: text.library },
        { id: 'shape', title: text.shape },
        ...modes.map((mode) => ({
          id: mode,
          title: mode === 'fan_in' ? text.fanIn : text.fanOut,
        })),
        { id: 'verdict', title: text.verdict },
      ]}
      rows={Object.keys(LIBRARIES)
        .filter(isLibrary)
        .map((library) => {
          const counted = countedFans(library, layer);
          const verdicts = modes.map((mode) => {
            const [count, right] =
              mode === 'fan_in' ? [counted.fanIn, own.fanIn] : [counted.fanOut, own.fanOut];
            return `${text.mode[mode]}: ${judged(count, right)}`;
          });
          const right = counted.fanIn === own.fanIn && counted.fanOut === own.fanOut;
          return {
            id: library,
            title: <Ltr>{LIBRARIES[library]}</Ltr>,
            cells: [
              <Ltr key="shape">{`(${weightShape(library, layer).join(', ')})`}</Ltr>,
              format.plain(counted.fanIn),
              format.plain(counted.fanOut),
              right ? text.agrees : format.clauses(verdicts),
            ],
          };
        })}
    />
  );
}
