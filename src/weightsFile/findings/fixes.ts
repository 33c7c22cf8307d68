/** For each finding, the line of PyTorch that fixes it. */
import type { FindingId } from './finding.ts';

export const FIXES = {
  'non-finite': 'assert all(p.isfinite().all() for p in model.parameters())',
  'equal-units': 'nn.init.kaiming_normal_(layer.weight)  # draws, not one constant',
  'both-zero': 'nn.init.kaiming_uniform_(lora_A, a=5**0.5); nn.init.zeros_(lora_B)',
  'all-zero': 'nn.init.kaiming_normal_(layer.weight)',
  'same-draws': 'rng = np.random.default_rng(seed)  # once, before the loop over layers',
  'mean-shifted': 'nn.init.normal_(w, mean=0.0, std=(2 / fan_in) ** 0.5)',
  'brackets-missing': 'std = gain * math.sqrt(2.0 / (fan_in + fan_out))',
  'variance-as-std': 'nn.init.normal_(w, 0.0, math.sqrt(2.0 / fan_in))',
  'std-as-limit': 'limit = math.sqrt(3.0) * std; nn.init.uniform_(w, -limit, limit)',
  'wrong-fan': "nn.init.kaiming_normal_(w, mode='fan_in')  # w is [out, in]",
  'group-fan': 'nn.init.normal_(w, 0.0, (2 * conv.groups / (k * k * conv.out_channels)) ** 0.5)',
  'area-forgotten': 'fan_in = w.shape[1] * w.shape[2] * w.shape[3]',
  'too-wide-head': 'nn.init.normal_(head.weight, 0.0, 0.01 / head.in_features ** 0.5)',
  'too-wide-embedding': 'nn.init.normal_(embedding.weight, 0.0, 0.02)',
  'cut-at-two': 'nn.init.trunc_normal_(w, std=std, a=-2 * std, b=2 * std)',
  'bias-negative': 'nn.init.zeros_(layer.bias)',
  skipped:
    'for m in model.modules():\n    if isinstance(m, nn.Linear): nn.init.kaiming_normal_(m.weight)',
  'default-untouched': "nn.init.kaiming_normal_(layer.weight, nonlinearity='relu')",
  'residual-unscaled': 'nn.init.normal_(proj.weight, 0.0, 0.02 / (2 * n_layer) ** 0.5)',
  explodes: "nn.init.kaiming_normal_(layer.weight, nonlinearity='relu')",
  vanishes: "nn.init.kaiming_normal_(layer.weight, nonlinearity='relu')",
  'zero-right': null,
  'prior-bias': null,
} as const satisfies Record<FindingId, string | null>;
