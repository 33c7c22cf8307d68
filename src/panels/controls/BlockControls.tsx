import { INPUT_LIMITS } from '../../engine/lab/config.ts';
import type { Settings } from '../../engine/lab/lab.ts';
import { architecture } from '../../engine/passes/architecture.ts';
import { blockCount, branchFactor, rolesOf } from '../../engine/passes/blocks.ts';
import { INITIALIZER_IDS, initializer } from '../../engine/rules/initializer.ts';
import { completeInitializer } from '../../engine/rules/spec.ts';
import { BLOCKS, BRANCH_WORDS, NORMS } from '../../engine/types.ts';
import type { InitializerSpec } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useBlocksWords } from '../../i18n/blocks/words.ts';
import { Fields } from '../../ui/Fields.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { ParamFields } from './ParamFields.tsx';
import styles from './Controls.module.css';

interface BlockControlsProps {
  /** Complete settings of the lane, or of all lanes. */
  readonly settings: Settings;
  readonly lane: InitializerSpec;
  readonly hidden: ReadonlySet<string>;
  /** Examples per batch for batch normalization, where it is not the lab's batch. */
  readonly trainBatch?: number | undefined;
  readonly onChange: <K extends keyof Settings>(key: K, value: Settings[K]) => void;
}

const FACTORS = [1, 0.5, 0.1] as const;
const MEANS = [-128, -10, -5, -2, -1, -0.5, 0, 0.5, 1, 2, 5, 10, 128] as const;
const STDS = [0, 0.001, 0.01, 0.1, 0.3, 0.5, 1, 2, 3, 5, 10, 30, 74, 255] as const;
const SAME = 'same';

/** Residual blocks, normalization, the output layer's own settings, and the mean and spread of the inputs. */
export function BlockControls(props: BlockControlsProps) {
  const { settings, lane, hidden, onChange } = props;
  const { words, format } = useI18n();
  const own = useBlocksWords();
  const { block, branch, norm, head, width } = settings;
  const batch = props.trainBatch ?? settings.batch;
  const shows = (name: string): boolean => !hidden.has(name);
  const layout = architecture({ ...settings, initializer: lane }).value;
  const roles = rolesOf(block, layout.hidden);
  const blocks = blockCount(roles);
  const plain = roles.filter((role) => role === 'plain').length;
  const numbers = [...new Set([...FACTORS, ...(typeof branch === 'number' ? [branch] : []), 0])];
  const branches = [
    ...numbers.map((value) => ({
      value: String(value),
      label: value === 0 ? own.zeroBranch : format.plain(value),
    })),
    ...BRANCH_WORDS.map((value) => ({ value, label: own.branches[value] })),
  ];
  const notes = [
    ...(block === 'plain' ? [] : [own.facts(format.integer(blocks), format.integer(plain))]),
    ...(block !== 'plain' && blocks === 0 ? [own.noBlock] : []),
    ...(block !== 'plain' && blocks > 0 && plain > 0 ? [own.uneven] : []),
    ...(blocks > 0 && branch !== 'fixup'
      ? [own.factor(format.plain(branchFactor(branch, blocks)))]
      : []),
    ...(norm === 'batch' && batch === 1 ? [own.batchOne] : []),
    ...(norm === 'batch' && batch === 2 ? [own.batchTwo] : []),
    ...(norm === 'layer' && width === 1 ? [own.widthOne] : []),
  ];
  return (
    <Fields>
      {shows('block') && (
        <Select
          label={own.block}
          control="block"
          value={block}
          options={BLOCKS.map((id) => ({ value: id, label: own.blocks[id] }))}
          onChange={(next) => onChange('block', next)}
        />
      )}
      {block !== 'plain' && shows('branch') && (
        <Select
          label={own.branch}
          control="branch"
          value={String(branch)}
          options={branches}
          onChange={(next) =>
            onChange('branch', BRANCH_WORDS.find((word) => word === next) ?? Number(next))
          }
        />
      )}
      {shows('norm') && (
        <Select
          label={own.norm}
          control="norm"
          value={norm}
          options={NORMS.map((id) => ({ value: id, label: own.norms[id] }))}
          onChange={(next) => onChange('norm', next)}
        />
      )}
      {notes.length > 0 && <p className={styles['note']}>{notes.join(' ')}</p>}
      {shows('head') && layout.output !== null && (
        <>
          <Select
            label={own.head}
            control="head"
            value={head?.id ?? SAME}
            options={[
              { value: SAME, label: own.headAsLane },
              ...INITIALIZER_IDS.map((id) => ({ value: id, label: words.initializers[id].name })),
            ]}
            onChange={(next) => {
              const id = INITIALIZER_IDS.find((each) => each === next);
              onChange(
                'head',
                id === undefined ? null : completeInitializer({ id, params: {} }).value,
              );
            }}
          />
          {head !== null && (
            <ParamFields
              table={initializer(head.id).params}
              params={head.params}
              owner="head"
              onChange={(name, value) =>
                onChange('head', { id: head.id, params: { ...head.params, [name]: value } })
              }
            />
          )}
        </>
      )}
      {shows('input_mean') && (
        <Slider
          label={own.inputMean}
          control="input_mean"
          value={settings.input_mean}
          text={format.plain(settings.input_mean)}
          min={INPUT_LIMITS.input_mean.min}
          max={INPUT_LIMITS.input_mean.max}
          stops={MEANS}
          onChange={(next) => onChange('input_mean', next)}
        />
      )}
      {shows('input_std') && (
        <Slider
          label={own.inputStd}
          control="input_std"
          value={settings.input_std}
          text={format.plain(settings.input_std)}
          min={INPUT_LIMITS.input_std.min}
          max={INPUT_LIMITS.input_std.max}
          stops={STDS}
          onChange={(next) => onChange('input_std', next)}
        />
      )}
    </Fields>
  );
}
