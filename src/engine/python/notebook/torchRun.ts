/** The same experiment in PyTorch: its own initializers, its own derivatives. */
import type { ActivationId, InitializerId } from '../../types.ts';

/** Fill `w [fan_out, fan_in]` in place. */
export const TORCH_INITIALIZERS = {
  zeros: 'lambda w: nn.init.zeros_(w)',
  ones: 'lambda w: nn.init.ones_(w)',
  constant: 'lambda w, value: nn.init.constant_(w, value)',
  random_uniform: 'lambda w, min, max: nn.init.uniform_(w, *sorted((min, max)))',
  random_normal: 'lambda w, mean, std: nn.init.normal_(w, mean, std)',
  truncated_normal: 'lambda w, mean, std: nn.init.trunc_normal_(w).mul_(std).add_(mean)',
  lecun_uniform: 'lambda w: nn.init.kaiming_uniform_(w, nonlinearity="linear")',
  lecun_normal: 'lambda w: nn.init.kaiming_normal_(w, nonlinearity="linear")',
  xavier_uniform: 'lambda w, gain: nn.init.xavier_uniform_(w, gain)',
  xavier_normal: 'lambda w, gain: nn.init.xavier_normal_(w, gain)',
  he_uniform: 'lambda w, mode, slope: nn.init.kaiming_uniform_(w, slope, mode)',
  he_normal: 'lambda w, mode, slope: nn.init.kaiming_normal_(w, slope, mode)',
  variance_scaling:
    'lambda w, **p: w.copy_(torch.from_numpy(variance_scaling(RNG, w.shape[1], w.shape[0], tuple(w.shape), **p)))',
  orthogonal: 'lambda w, gain: nn.init.orthogonal_(w, gain)',
  identity: 'lambda w, gain: nn.init.eye_(w).mul_(gain)',
  sparse: 'lambda w, sparsity, std: nn.init.sparse_(w, sparsity, std)',
  pytorch_linear: 'lambda w: nn.init.kaiming_uniform_(w, a=math.sqrt(5))  # as nn.Linear does',
  keras_glorot_normal:
    'lambda w: nn.init.trunc_normal_(w).mul_(math.sqrt(2 / sum(w.shape)) / TRUNCATED_STD)',
  lsuv: 'lambda w: nn.init.orthogonal_(w)',
} as const satisfies Record<InitializerId, string>;

export const TORCH_ACTIVATIONS = {
  linear: 'lambda z: z',
  sigmoid: 'torch.sigmoid',
  tanh: 'torch.tanh',
  softsign: 'F.softsign',
  relu: 'F.relu',
  leaky_relu: 'lambda z, slope: F.leaky_relu(z, slope)',
  elu: 'lambda z, alpha: F.elu(z, alpha)',
  selu: 'F.selu',
  gelu: 'F.gelu',
  silu: 'F.silu',
} as const satisfies Record<ActivationId, string>;

export const TORCH_RUN = `DTYPES = {"float16": torch.float16, "bfloat16": torch.bfloat16}


def torch_keep(values, precision):
    """There and back: gradients are rounded on the way back as well."""
    return values.to(DTYPES[precision]).to(values.dtype) if precision in DTYPES else values


def run_torch(lane):
    torch.manual_seed(lane["seed"])
    rng = np.random.default_rng(lane["seed"])
    number = torch.float64 if lane["precision"] == "float64" else torch.float32
    f = lambda z: TORCH_ACTIVATIONS[lane["act"]](z, **lane["act_params"])
    x, label = make_input(rng, lane)
    h = torch_keep(torch.tensor(x, dtype=number), lane["precision"])
    sums = []
    result = {"h": [], "histograms": [], "dz": []}

    for layer, (fan_in, fan_out) in enumerate(sizes(lane), start=1):
        with torch.no_grad():
            w = torch.empty(fan_out, fan_in, dtype=number)
            TORCH_INITIALIZERS[lane["init"]](w, **lane["init_params"])
            b = INITIALIZERS[lane["bias"]](rng, fan_in, fan_out, (fan_out, 1), **lane["bias_params"])
            b = torch.tensor(b.ravel(), dtype=number)
            if lane["init"] == "lsuv":
                variance = (h @ w.T + b).var(unbiased=False)
                if 0 < variance < math.inf:
                    w /= variance.sqrt()
        w.requires_grad_()
        z = torch_keep(F.linear(h, w, b), lane["precision"])
        z.retain_grad()
        sums.append(z)
        if layer <= lane["depth"]:
            h = torch_keep(f(z), lane["precision"])
            values = h.detach().numpy()
            result["h"].append(spread(values))
            result["histograms"].append(np.histogram(finite(values), bins=60))

    if lane["backward"]:
        if label is None:
            last = sums[-1] if lane["out"] is not None else h
            last.backward(torch.randn_like(last))
        else:
            F.cross_entropy(sums[-1], torch.tensor(label, dtype=torch.long)).backward()
        result["dz"] = [spread(z.grad.numpy()) for z in sums[: lane["depth"]]]
    return result`;
