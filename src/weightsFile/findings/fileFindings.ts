/** Findings about a file as a whole, from comparing its tensors. */
import { FINDING_IDS, gainOf, isAllZero, isFresh, isWeight } from './finding.ts';
import type { Examined, Finding, FindingId } from './finding.ts';
import { embeddingFinding, headFinding, isMeantZero, TENSOR_CHECKS } from './tensorFindings.ts';

const names = (all: readonly Examined[]): readonly string[] =>
  all.map(({ summary }) => summary.name);
const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Findings about single tensors, those of one kind merged into one. */
function perTensor(all: readonly Examined[]): readonly Finding[] {
  return FINDING_IDS.flatMap((id): readonly Finding[] => {
    const check = TENSOR_CHECKS[id];
    if (check === undefined) return [];
    const found = all.flatMap((each) => {
      const numbers = check(each);
      return numbers === null ? [] : [{ each, numbers }];
    });
    const [first] = found;
    return first === undefined
      ? []
      : [{ id, tensors: names(found.map(({ each }) => each)), numbers: first.numbers }];
  });
}

/** Of LoRA's two factors, `…lora_A…` and `…lora_B…`, one may be zero; if both are, nothing is learned. */
function zeroFindings(all: readonly Examined[]): readonly Finding[] {
  const zeros = all.filter((each) => isWeight(each) && isAllZero(each));
  const byName = new Map(all.map((each) => [each.summary.name, each]));
  const partner = (name: string): Examined | undefined =>
    byName.get(
      name.replace(/lora_B|lora_up/, (word) => (word === 'lora_B' ? 'lora_A' : 'lora_down')),
    );
  const both = zeros.filter(({ summary: { name } }) => {
    const other = partner(name);
    return other !== undefined && other.summary.name !== name && isAllZero(other);
  });
  const pairs = both.flatMap(({ summary: { name } }) => [name, partner(name)?.summary.name ?? '']);
  const last = all.findLast(isWeight);
  const hurting = zeros.filter(
    (each) =>
      !isMeantZero(each.summary.name) && each !== last && !pairs.includes(each.summary.name),
  );
  return [
    ...(both.length > 0 ? [{ id: 'both-zero' as const, tensors: pairs, numbers: {} }] : []),
    ...(hurting.length > 0
      ? [{ id: 'all-zero' as const, tensors: names(hurting), numbers: { layers: hurting.length } }]
      : []),
  ];
}

/** Random tensors of one shape that are equal in every bit. */
function sameDraws(all: readonly Examined[]): readonly Finding[] {
  const groups = new Map<string, Examined[]>();
  for (const each of all) {
    const { numbers, fingerprint } = each.summary;
    if (!isWeight(each) || numbers.min === numbers.max || numbers.count < 8) continue;
    if (each.rule?.shape === null) continue;
    const group = groups.get(fingerprint) ?? [];
    group.push(each);
    groups.set(fingerprint, group);
  }
  const equal = [...groups.values()].filter((group) => group.length > 1);
  const tensors = names(equal.flat());
  return tensors.length === 0
    ? []
    : [{ id: 'same-draws', tensors, numbers: { layers: tensors.length } }];
}

const isDefault = ({ rule }: Examined): boolean => rule?.names.includes('pytorch_linear') ?? false;
const ruleName = ({ rule }: Examined): string => rule?.initializer.split('(')[0] ?? '';

/** Share of a file's layers that must follow one rule before another layer counts as an exception. */
const MAJORITY = 0.6;
const MIN_LAYERS = 3;
/** Fewest layers with PyTorch's default that are reported. */
const MIN_DEFAULT = 4;

function ruleFindings(weights: readonly Examined[]): readonly Finding[] {
  const fresh = weights.filter(isFresh);
  if (fresh.length < MIN_LAYERS) return [];
  const defaults = fresh.filter(isDefault);
  const others = fresh.filter((each) => !isDefault(each) && each.rule?.shape !== null);
  const counts = new Map<string, number>();
  for (const each of others) counts.set(ruleName(each), (counts.get(ruleName(each)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const findings: Finding[] = [];
  if (defaults.length > 0 && most >= MAJORITY * fresh.length) {
    findings.push({
      id: 'skipped',
      tensors: names(defaults),
      numbers: { layers: defaults.length, of: fresh.length },
    });
  }
  if (defaults.length >= MIN_DEFAULT && defaults.length > fresh.length / 2) {
    // Var(w) = 1/(3n): through a ReLU the mean square falls to a sixth in every layer.
    const kept = 6 ** (-defaults.length / 2);
    findings.push({
      id: 'default-untouched',
      tensors: names(defaults),
      numbers: { layers: defaults.length, kept },
    });
  }
  return findings;
}

const RESIDUAL_OUTPUT =
  /(?:attn|attention|mlp|ffn|feed_?forward|block|layer)s?\b.*(?:c_proj|out_proj|o_proj|down_proj|attention\.output|dense_4h_to_h|fc2|fc_out|\bwo|\bw2)\.(?:weight|kernel)$/i;

/** GPT-2 (Radford et al. 2019): matrices that write into the residual stream are scaled by 1/√(2N) initially. */
function residualFindings(weights: readonly Examined[]): readonly Finding[] {
  const outputs = weights.filter(({ summary }) => RESIDUAL_OUTPUT.test(summary.name));
  const inside = weights.filter((each) => !outputs.includes(each) && /\d/.test(each.summary.name));
  if (outputs.length < 6 || inside.length < outputs.length || !outputs.every(isFresh)) return [];
  const std = average(outputs.map(({ summary }) => summary.numbers.std));
  const other = average(inside.map(({ summary }) => summary.numbers.std));
  if (!(std > 0.85 * other && std < 1.15 * other)) return [];
  const branches = outputs.length;
  return [
    {
      id: 'residual-unscaled',
      tensors: names(outputs),
      numbers: { branches, std, right: std / Math.sqrt(branches) },
    },
  ];
}

/** For plain layers only, since norms and residual branches preserve the signal in other ways. */
function depthFindings(all: readonly Examined[], weights: readonly Examined[]): readonly Finding[] {
  const plain = !all.some(({ summary }) => summary.layout.kind === 'norm');
  const hidden = weights
    .slice(0, -1)
    .filter((each) => !isAllZero(each) && each.summary.layout.fanIn > 0);
  if (!plain || hidden.length < MIN_LAYERS || hidden.filter(isFresh).length < hidden.length / 2)
    return [];
  const logs = hidden.map((each) => Math.log(gainOf(each)));
  const total = logs.reduce((sum, log) => sum + log, 0);
  const layers = hidden.length;
  // A tanh or linear layer multiplies by at most `gain`, ReLU by `gain/√2`; reports only what goes wrong for both.
  if (total < Math.log(1e-2)) {
    return [
      { id: 'vanishes', tensors: names(hidden), numbers: { layers, factor: Math.exp(total) } },
    ];
  }
  const relu = total - (layers * Math.LN2) / 2;
  return relu > Math.log(1e2)
    ? [{ id: 'explodes', tensors: names(hidden), numbers: { layers, factor: Math.exp(relu) } }]
    : [];
}

/** Below this bias, a ReLU unit is off for nearly every input. */
const NEGATIVE_BIAS = -1;

function biasFindings(all: readonly Examined[]): readonly Finding[] {
  const biases = all.filter(({ summary }) => summary.layout.kind === 'bias');
  const last = biases.at(-1);
  const low = biases.filter(
    ({ summary: { numbers } }) =>
      numbers.mean < NEGATIVE_BIAS && numbers.mean + 2 * numbers.std < 0,
  );
  const hidden = low.filter((each) => each !== last);
  const number = (each: Examined | undefined) => each?.summary.numbers.mean ?? Number.NaN;
  const findings: Finding[] = [];
  if (hidden.length > 0) {
    findings.push({
      id: 'bias-negative',
      tensors: names(hidden),
      numbers: { mean: number(hidden[0]) },
    });
  }
  if (last !== undefined && low.includes(last)) {
    const mean = number(last);
    const numbers = { mean, share: 1 / (1 + Math.exp(-mean)) };
    findings.push({ id: 'prior-bias', tensors: names([last]), numbers });
  }
  return findings;
}

/** Whether the head's gain is more than twice that of every other layer. Otherwise the head is not at fault. */
function standsOut(head: Examined, weights: readonly Examined[]): boolean {
  const others = weights.filter((each) => each !== head).map(gainOf);
  return others.every((gain) => gainOf(head) > 2 * gain);
}

function widthFindings(all: readonly Examined[], weights: readonly Examined[]): readonly Finding[] {
  const dense = weights.filter(({ summary }) => summary.layout.kind === 'dense');
  const head = dense.at(-1);
  const embeddings = all.filter(({ summary }) => summary.layout.kind === 'embedding');
  return [
    ...(head === undefined || head !== weights.at(-1) || !standsOut(head, weights)
      ? []
      : [headFinding(head)]),
    ...embeddings.slice(0, 1).map((each) => {
      const { fanOut: tokens } = each.summary.layout;
      return embeddingFinding(each, !dense.some(({ summary }) => summary.shape.includes(tokens)));
    }),
  ].filter((finding) => finding !== null);
}

/** All findings, in the order of FINDING_IDS. */
export function findingsOf(all: readonly Examined[]): readonly Finding[] {
  const weights = all.filter(isWeight);
  const zeros = zeroFindings(all);
  const stuck = new Set(zeros.flatMap(({ tensors }) => tensors));
  const found = [
    ...perTensor(all.filter(({ summary }) => !stuck.has(summary.name))),
    ...zeros,
    ...sameDraws(all),
    ...ruleFindings(weights),
    ...residualFindings(weights),
    ...biasFindings(all),
    ...widthFindings(all, weights),
  ];
  const has = (ids: readonly FindingId[]): boolean => found.some(({ id }) => ids.includes(id));
  // If a cause is already reported, its symptom is left out.
  const explained = has([
    'default-untouched',
    'variance-as-std',
    'brackets-missing',
    'area-forgotten',
    'wrong-fan',
    'mean-shifted',
    'all-zero',
    'equal-units',
  ]);
  const depth = explained ? [] : depthFindings(all, weights);
  return [...found, ...depth].toSorted(
    (a, b) => FINDING_IDS.indexOf(a.id) - FINDING_IDS.indexOf(b.id),
  );
}
