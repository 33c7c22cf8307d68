/** The same experiment in PyTorch: its own initializers, its own derivatives. */
import { LSUV_MAX_STEPS, LSUV_TOLERANCE } from '../../weights/lsuv.ts';

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
                for _ in range(${LSUV_MAX_STEPS}):
                    z = torch_keep(F.linear(h, w, b), lane["precision"])
                    variance = z.double().var(unbiased=False).item()
                    if not 0 < variance < math.inf or abs(variance - 1) < ${LSUV_TOLERANCE}:
                        break
                    w /= math.sqrt(variance)
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
