/** The run in NumPy, and the plotting code of both runs. */

import { NORM_EPSILON } from '../../passes/standardize.ts';
import { LSUV_MAX_STEPS, LSUV_TOLERANCE } from '../../weights/lsuv.ts';

export const NUMPY_RUN = `def keep(values, precision):
    """What passes from layer to layer, rounded to the precision."""
    if precision == "float64":
        return values.astype(np.float64)
    values = values.astype(np.float32)
    if precision == "float16":
        return values.astype(np.float16).astype(np.float32)
    if precision == "bfloat16":
        bits = values.view(np.uint32).astype(np.uint64)
        bits = (bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000
        rounded = bits.astype(np.uint32).view(np.float32)
        return np.where(np.isnan(values), values, rounded)
    return values


def finite(values):
    return values[np.isfinite(values)].astype(np.float64)


def spread(values):
    values = finite(values)
    return values.std() if values.size else math.nan


def sizes(lane):
    """(fan_in, fan_out, units) of every layer; the last one is linear where the output has a size."""
    taps = lane["kernel"] ** 2
    ins = [lane["in"]] + [lane["width"]] * (lane["depth"] - 1)
    layers = [(taps * n, taps * lane["width"], lane["width"]) for n in ins]
    if lane["out"] is not None:
        layers.append((lane["width"] * lane["side"] ** 2, lane["out"], lane["out"]))
    return layers


def draw(rng, lane, key, layer, number):
    """Weights [units, fan_in], or biases [units]; of a convolution tap by tap."""
    fan_in, fan_out, units = sizes(lane)[layer - 1]
    # What is about single rows counts them; all else goes by the fans.
    count = units if lane[key] == "sparse" else fan_out
    shape = (units, 1 if key == "bias" else fan_in)
    w = INITIALIZERS[lane[key]](rng, fan_in, count, shape, **lane[key + "_params"])
    if key == "bias":
        return w.ravel().astype(number)
    if lane[key] == "identity" and lane["kernel"] > 1 and layer <= lane["depth"]:
        channels = fan_in // lane["kernel"] ** 2
        w = np.pad(w[:, :channels], ((0, 0), (lane["kernel"] ** 2 // 2 * channels,) * 2))
    return w.astype(number)


def feed(h, lane, hidden):
    """What units listen to: of a convolution, every place's neighbours, tap by tap."""
    if not hidden:
        return h.reshape(len(h), -1)
    k, side = lane["kernel"], lane["side"]
    mode = "wrap" if lane["padding"] == "circular" else "constant"
    wide = np.pad(h, ((0, 0), (k // 2, k // 2), (k // 2, k // 2), (0, 0)), mode=mode)
    taps = [(y, x) for y in range(k) for x in range(k)]
    return np.concatenate([wide[:, y : y + side, x : x + side] for y, x in taps], axis=-1)


def collect(d, lane, hidden, shape):
    """The way back of feed: the gradients of all that one number was fed to."""
    if not hidden:
        return d.reshape(shape)
    k, side, channels = lane["kernel"], lane["side"], shape[-1]
    wide = np.zeros((len(d), side + 2 * (k // 2), side + 2 * (k // 2), channels), d.dtype)
    for tap in range(k * k):
        y, x = divmod(tap, k)
        wide[:, y : y + side, x : x + side] += d[..., tap * channels : (tap + 1) * channels]
    if lane["padding"] == "zero":
        return wide[:, k // 2 : k // 2 + side, k // 2 : k // 2 + side]
    inner, at = np.zeros(shape, d.dtype), (np.arange(wide.shape[1]) - k // 2) % side
    np.add.at(inner, (slice(None), at[:, None], at[None, :]), wide)
    return inner


def axes(z, norm):
    """What a normalization takes mean and variance over: examples and places, or all of one example."""
    return tuple(range(z.ndim - 1)) if norm == "batch" else tuple(range(1, z.ndim))


def normalize(z, norm):
    """To mean 0 and variance 1, and what it was multiplied by."""
    over = axes(z, norm)
    inverse = 1 / np.sqrt(z.var(axis=over, keepdims=True) + ${NORM_EPSILON})
    return (z - z.mean(axis=over, keepdims=True)) * inverse, inverse


def normalize_back(d, z, inverse, norm):
    """The way back of normalize; z is what it left."""
    over = axes(z, norm)
    mean, along = d.mean(axis=over, keepdims=True), (d * z).mean(axis=over, keepdims=True)
    return inverse * (d - mean - z * along)


def softmax_gradient(logits, label):
    """Of the mean cross-entropy, with respect to the logits."""
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(label)), label] -= 1
    return p / len(label)


@np.errstate(all="ignore")
def run_numpy(lane):
    rng = np.random.default_rng(lane["seed"])
    number = np.float64 if lane["precision"] == "float64" else np.float32
    f, df = ACTIVATIONS[lane["act"]]
    params = lane["act_params"]
    x, label = make_input(rng, lane)
    x = lane["input_mean"] + lane["input_std"] * x
    h = keep(x.reshape(len(x), lane["side"], lane["side"], -1), lane["precision"])
    weights, inputs, sums, inverses = [], [], [], []
    result = {"h": [], "histograms": [], "dz": []}

    for layer, role in enumerate(lane["roles"], start=1):
        key = "head" if role == "output" else "init"
        w = draw(rng, lane, key, layer, number) * number(lane["weight_factors"][layer - 1])
        b = draw(rng, lane, "bias", layer, number)
        fed = feed(h, lane, layer <= lane["depth"])
        z = keep(fed @ w.T + b, lane["precision"])
        if lane[key] == "lsuv" and lane["weight_factors"][layer - 1] != 0:
            for _ in range(${LSUV_MAX_STEPS}):
                variance = float(np.var(z, dtype=np.float64))
                if not 0 < variance < math.inf or abs(variance - 1) < ${LSUV_TOLERANCE}:
                    break
                w /= number(math.sqrt(variance))
                z = keep(fed @ w.T + b, lane["precision"])
        inverse = None
        if lane["norm"] != "none" and role not in ("close", "output"):
            z, inverse = normalize(z, lane["norm"])
            z = keep(z, lane["precision"])
        weights.append(w)
        inputs.append(h)
        sums.append(z)
        inverses.append(inverse)
        if role in ("whole", "open"):
            around = h
        if role != "output":
            h = z if role == "close" else keep(f(z, **params), lane["precision"])
            if role in ("whole", "close"):
                h = keep(around.reshape(h.shape) + lane["branch"] * h, lane["precision"])
            result["h"].append(spread(h))
            result["histograms"].append(np.histogram(finite(h), bins=60))

    if lane["backward"]:
        if label is None:
            d = rng.standard_normal(sums[-1].shape).astype(number)
        else:
            d = softmax_gradient(sums[-1], label)
        for layer, role in reversed(list(enumerate(lane["roles"]))):
            hidden = role != "output"
            if role in ("whole", "close"):
                around, d = d, d * lane["branch"]
            if role not in ("close", "output"):
                d = d * df(sums[layer], **params)
            d = keep(d, lane["precision"])
            if inverses[layer] is not None:
                d = normalize_back(d, sums[layer], inverses[layer], lane["norm"])
                d = keep(d, lane["precision"])
            if hidden:
                result["dz"].insert(0, spread(d))
            d = collect(d @ weights[layer], lane, hidden, inputs[layer].shape)
            if role in ("whole", "open"):
                d = keep(d, lane["precision"]) + around
            d = keep(d, lane["precision"])
    return result`;

export const PLOT = `import matplotlib.pyplot as plt


def plot(results, title):
    deepest = max(lane["depth"] for lane in LANES)
    shown = sorted(set(np.linspace(1, deepest, min(deepest, 10)).round().astype(int)))
    figure, axes = plt.subplots(
        len(shown), len(LANES), figsize=(3.2 * len(LANES), 0.9 * len(shown) + 1), squeeze=False
    )
    for column, (lane, result) in enumerate(zip(LANES, results)):
        axes[0, column].set_title(lane["name"], fontsize=9)
        for row, layer in enumerate(shown):
            ax = axes[row, column]
            ax.set_yticks([])
            if column == 0:
                ax.set_ylabel(layer, rotation=0, va="center", labelpad=12)
            if layer <= lane["depth"]:
                counts, edges = result["histograms"][layer - 1]
                ax.stairs(counts, edges, fill=True, alpha=0.6)
    figure.suptitle(f"{title}: activations h, layer by layer")
    figure.tight_layout()

    figure, axes = plt.subplots(1, 2, figsize=(10, 3.5))
    for ax, key, name in zip(axes, ("h", "dz"), ("std of h", "std of dC/dz")):
        for lane, result in zip(LANES, results):
            values = np.array(result[key], dtype=float)
            values[values <= 0] = np.nan  # a log scale has no zero
            ax.plot(np.arange(1, len(values) + 1), values, "o-", markersize=3, label=lane["name"])
        ax.set(yscale="log", xlabel="layer", ylabel=name)
        ax.axhline(1, color="0.7", linewidth=0.8)
    axes[0].legend(fontsize=8)
    figure.suptitle(title)
    figure.tight_layout()
    plt.show()`;
