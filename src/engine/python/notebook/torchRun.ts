/** The same experiment with PyTorch's own initializers and automatic differentiation. */
import { NORM_EPSILON } from '../../passes/standardize.ts';
import { LSUV_MAX_STEPS, LSUV_TOLERANCE } from '../../weights/lsuv.ts';

export const TORCH_RUN = `DTYPES = {"float16": torch.float16, "bfloat16": torch.bfloat16}


def torch_keep(values, precision):
    """There and back: gradients are rounded on the way back as well."""
    return values.to(DTYPES[precision]).to(values.dtype) if precision in DTYPES else values


def linear(h, w, b, lane):
    """z of a layer: a convolution where w has taps."""
    if w.dim() == 2:
        return F.linear(h.flatten(1), w, b)
    reach = lane["kernel"] // 2
    if lane["padding"] == "circular":
        return F.conv2d(F.pad(h, (reach,) * 4, mode="circular"), w, b)
    return F.conv2d(h, w, b, padding=reach)


def torch_normalize(z, norm):
    over = [i for i in range(z.dim()) if i != 1] if norm == "batch" else list(range(1, z.dim()))
    variance, mean = torch.var_mean(z, dim=over, correction=0, keepdim=True)
    return (z - mean) / torch.sqrt(variance + ${NORM_EPSILON})


def torch_weights(lane, key, layer, number):
    """[units, fan_in], or [units, channels, kernel, kernel]."""
    fan_in, _, units = sizes(lane)[layer - 1]
    taps = lane["kernel"] ** 2
    conv = layer <= lane["depth"] and lane["side"] > 1
    shape = (units, fan_in // taps, lane["kernel"], lane["kernel"]) if conv else (units, fan_in)
    w = torch.empty(shape, dtype=number)
    if conv and lane[key] == "identity":
        return nn.init.dirac_(w).mul_(lane[key + "_params"]["gain"])
    # sparse_ takes a matrix.
    TORCH_INITIALIZERS[lane[key]](
        w.flatten(1) if lane[key] == "sparse" else w, **lane[key + "_params"]
    )
    return w


def run_torch(lane):
    torch.manual_seed(lane["seed"])
    rng = np.random.default_rng(lane["seed"])
    number = torch.float64 if lane["precision"] == "float64" else torch.float32
    f = lambda z: TORCH_ACTIVATIONS[lane["act"]](z, **lane["act_params"])
    x, label = make_input(rng, lane)
    x = lane["input_mean"] + lane["input_std"] * x
    x = x.reshape(len(x), lane["side"], lane["side"], -1).transpose(0, 3, 1, 2)
    h = torch_keep(torch.tensor(x, dtype=number), lane["precision"])
    sums = []
    result = {"h": [], "histograms": [], "dz": []}

    for layer, role in enumerate(lane["roles"], start=1):
        key, factor = "head" if role == "output" else "init", lane["weight_factors"][layer - 1]
        with torch.no_grad():
            w = torch_weights(lane, key, layer, number) * factor
            b = torch.tensor(draw(rng, lane, "bias", layer, np.float64), dtype=number)
            if lane[key] == "lsuv" and factor != 0:
                for _ in range(${LSUV_MAX_STEPS}):
                    z = torch_keep(linear(h, w, b, lane), lane["precision"])
                    variance = z.double().var(unbiased=False).item()
                    if not 0 < variance < math.inf or abs(variance - 1) < ${LSUV_TOLERANCE}:
                        break
                    w /= math.sqrt(variance)
        w.requires_grad_()
        z = torch_keep(linear(h, w, b, lane), lane["precision"])
        z.retain_grad()
        sums.append(z)
        if lane["norm"] != "none" and role not in ("close", "output"):
            z = torch_keep(torch_normalize(z, lane["norm"]), lane["precision"])
        if role in ("whole", "open"):
            around = h
        if role != "output":
            h = z if role == "close" else torch_keep(f(z), lane["precision"])
            if role in ("whole", "close"):
                h = torch_keep(around.reshape(h.shape) + lane["branch"] * h, lane["precision"])
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
