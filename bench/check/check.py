"""The experiment once more, in NumPy and with NumPy's own random numbers.

Reads one JSON object on stdin, writes one on stdout (see run.mjs). Shares no code and no draw with the
program: what agrees here agrees because both are right, or because both misread the same formula.
"""

import json
import math
import sys

import numpy as np

ERF = np.vectorize(math.erf)
SELU_SCALE, SELU_ALPHA = 1.0507009873554805, 1.6732632423543772


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def activation(spec):
    """f and f' of a spec {id, params}."""
    name, params = spec["id"], spec["params"]
    phi = lambda x: np.exp(-x * x / 2) / np.sqrt(2 * np.pi)
    cdf = lambda x: (1 + ERF(x / np.sqrt(2))) / 2
    slope, alpha = params.get("slope", 0.01), params.get("alpha", 1)
    table = {
        "linear": (lambda x: x, np.ones_like),
        "sigmoid": (sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x))),
        "tanh": (np.tanh, lambda x: 1 - np.tanh(x) ** 2),
        "softsign": (lambda x: x / (1 + np.abs(x)), lambda x: 1 / (1 + np.abs(x)) ** 2),
        "relu": (lambda x: np.maximum(x, 0), lambda x: (x > 0) * 1.0),
        "leaky_relu": (
            lambda x: np.where(x > 0, x, slope * x),
            lambda x: np.where(x > 0, 1, slope),
        ),
        "elu": (
            lambda x: np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0))),
            lambda x: np.where(x > 0, 1, alpha * np.exp(np.minimum(x, 0))),
        ),
        "selu": (
            lambda x: SELU_SCALE * np.where(x > 0, x, SELU_ALPHA * np.expm1(np.minimum(x, 0))),
            lambda x: SELU_SCALE * np.where(x > 0, 1, SELU_ALPHA * np.exp(np.minimum(x, 0))),
        ),
        "gelu": (lambda x: x * cdf(x), lambda x: cdf(x) + x * phi(x)),
        "silu": (
            lambda x: x * sigmoid(x),
            lambda x: sigmoid(x) * (1 + x * (1 - sigmoid(x))),
        ),
    }
    return table[name]


def truncated(rng, mean, std, shape):
    """By rejection, where the program inverts the distribution function."""
    out = rng.standard_normal(shape)
    while (bad := np.abs(out) > 2).any():
        out[bad] = rng.standard_normal(bad.sum())
    return mean + std * out


TRUNCATED_STD = 0.87962566103423978


def orthonormal(rng, rows, cols):
    """QR with the signs of R's diagonal (Mezzadri 2007), where the program multiplies reflections."""
    n, m = max(rows, cols), min(rows, cols)
    q, r = np.linalg.qr(rng.standard_normal((n, m)))
    q = q * np.sign(np.diag(r))
    return q if rows >= cols else q.T


def draw(rng, spec, fan_in, fan_out):
    name, p = spec["id"], spec["params"]
    shape = (fan_out, fan_in)
    fans = {"fan_in": fan_in, "fan_out": fan_out, "fan_avg": (fan_in + fan_out) / 2}
    n = fans[p.get("mode", "fan_in")]
    uniform = lambda limit: rng.uniform(-limit, limit, shape)
    normal = lambda std: rng.normal(0, std, shape)
    he = math.sqrt(2 / ((1 + p.get("slope", 0) ** 2) * n))
    xavier = p.get("gain", 1) * math.sqrt(2 / (fan_in + fan_out))
    if name == "variance_scaling":
        std = math.sqrt(p["scale"] / n)
        kinds = {
            "uniform": lambda: uniform(math.sqrt(3) * std),
            "normal": lambda: normal(std),
            "truncated": lambda: truncated(rng, 0, std / TRUNCATED_STD, shape),
        }
        return kinds[p["distribution"]]()
    if name == "sparse":
        out = normal(p["std"])
        for col in range(fan_in):
            out[rng.permutation(fan_out)[: math.ceil(p["sparsity"] * fan_out)], col] = 0
        return out
    table = {
        "zeros": lambda: np.zeros(shape),
        "ones": lambda: np.ones(shape),
        "constant": lambda: np.full(shape, p["value"]),
        "random_uniform": lambda: rng.uniform(p["min"], p["max"], shape),
        "random_normal": lambda: rng.normal(p["mean"], p["std"], shape),
        "truncated_normal": lambda: truncated(rng, p["mean"], p["std"], shape),
        "lecun_uniform": lambda: uniform(math.sqrt(3 / fan_in)),
        "lecun_normal": lambda: normal(math.sqrt(1 / fan_in)),
        "xavier_uniform": lambda: uniform(math.sqrt(3) * xavier),
        "xavier_normal": lambda: normal(xavier),
        "he_uniform": lambda: uniform(math.sqrt(3) * he),
        "he_normal": lambda: normal(he),
        "orthogonal": lambda: p["gain"] * orthonormal(rng, fan_out, fan_in),
        "identity": lambda: p["gain"] * np.eye(fan_out, fan_in),
        "pytorch_linear": lambda: uniform(math.sqrt(1 / fan_in)),
        "keras_glorot_normal": lambda: truncated(rng, 0, xavier / TRUNCATED_STD, shape),
        "lsuv": lambda: orthonormal(rng, fan_out, fan_in),
    }
    return table[name]()


def rounded(values, precision):
    """float32 arithmetic is float64 here; float16 and bfloat16 round what passes between layers."""
    if precision == "float16":
        return values.astype(np.float16).astype(np.float64)
    if precision == "bfloat16":
        bits = values.astype(np.float32).view(np.uint32).astype(np.uint64)
        bits = (bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000
        return bits.astype(np.uint32).view(np.float32).astype(np.float64)
    return values


def circle(rng, count):
    labels = np.arange(count) % 2
    radius = np.where(labels == 0, 0.5 * np.sqrt(rng.random(count)), rng.uniform(0.7, 1, count))
    angle = rng.uniform(0, 2 * np.pi, count)
    x = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return (x - x.mean(0)) / x.std(0), labels


def inputs(rng, config):
    batch, size = config["batch"], config["in"]
    if config["input"] == "circle":
        x, labels = circle(rng, 400)
        return x[:batch], labels[:batch]
    if config["input"] == "uniform":
        return rng.uniform(-math.sqrt(3), math.sqrt(3), (batch, size)), None
    return rng.standard_normal((batch, size)), None


def softmax_loss(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(shifted)
    p /= p.sum(axis=1, keepdims=True)
    rows = np.arange(len(labels))
    loss = -np.log(p[rows, labels]).mean()
    p[rows, labels] -= 1
    return loss, p / len(labels)


def shifted(h, dy, dx, circular):
    """h [batch, side, side, channels] as seen from a place dy rows and dx columns away."""
    if circular:
        return np.roll(h, (-dy, -dx), axis=(1, 2))
    out = np.zeros_like(h)
    side = h.shape[1]
    rows, cols = range(max(0, -dy), min(side, side - dy)), range(max(0, -dx), min(side, side - dx))
    for y in rows:
        for x in cols:
            out[:, y, x] = h[:, y + dy, x + dx]
    return out


def taps(conv):
    reach = conv["kernel"] // 2
    return [(dy, dx) for dy in range(-reach, reach + 1) for dx in range(-reach, reach + 1)]


def layer_sum(h, w, conv):
    """h W^T; of a convolution, tap by tap. Values are flat rows here as there."""
    if conv is None:
        return h @ w.T
    side, circular = conv["side"], conv["padding"] == "circular"
    maps = h.reshape(len(h), side, side, -1)
    kernels = w.reshape(len(w), conv["kernel"] ** 2, -1)
    z = sum(shifted(maps, *tap, circular) @ kernels[:, t].T for t, tap in enumerate(taps(conv)))
    return z.reshape(len(h), -1)


def layer_back(d, h, w, conv):
    """dC/dh and dC/dW."""
    if conv is None:
        return d @ w, d.T @ h
    side, circular = conv["side"], conv["padding"] == "circular"
    maps = h.reshape(len(h), side, side, -1)
    dz = d.reshape(len(d), side, side, -1)
    kernels = w.reshape(len(w), conv["kernel"] ** 2, -1)
    dh, dw = np.zeros_like(maps), np.zeros_like(kernels)
    for t, (dy, dx) in enumerate(taps(conv)):
        dh += shifted(dz, -dy, -dx, circular) @ kernels[:, t]
        dw[:, t] = np.einsum("byxu,byxc->uc", dz, shifted(maps, dy, dx, circular))
    return dh.reshape(len(d), -1), dw.reshape(len(w), -1)


def with_bias(z, b):
    """Of a convolution, the same for every place."""
    return (z.reshape(len(z), -1, len(b)) + b).reshape(len(z), -1)


EPSILON = 1e-5


def plan_blocks(block, sizes):
    """For every hidden layer (numbers in, numbers out): what of its branch and what goes around it."""
    kinds, i = [], 0
    while i < len(sizes):
        even = sizes[i][0] == sizes[i][1]
        if block == "residual1" and even:
            kinds.append("sum")
        elif block == "residual2" and even and i + 1 < len(sizes) and sizes[i + 1][0] == sizes[i + 1][1]:
            kinds += ["first", "second"]
            i += 1
        else:
            kinds.append("alone")
        i += 1
    return kinds


def branch_factor(branch, kinds):
    blocks = max(1, kinds.count("sum") + kinds.count("second"))
    words = {"1/sqrt(L)": blocks**-0.5, "1/sqrt(2L)": (2 * blocks) ** -0.5, "fixup": 1}
    return words.get(branch, branch)


def standardized(z, norm, units):
    """The values and what they were divided by; units are columns of every place."""
    rows = z.reshape(-1, units) if norm == "batch" else z
    axis = 0 if norm == "batch" else 1
    scale = 1 / np.sqrt(rows.var(axis=axis, keepdims=True) + EPSILON)
    hat = (rows - rows.mean(axis=axis, keepdims=True)) * scale
    return hat, scale, axis


def standardized_back(d, hat, scale, axis):
    rows = d.reshape(hat.shape)
    means = rows.mean(axis=axis, keepdims=True), (rows * hat).mean(axis=axis, keepdims=True)
    return (scale * (rows - means[0] - hat * means[1])).reshape(d.shape)


def propagate(
    x, weights, biases, act, precision, labels, d_out, unit_variance=False, convs=None, net=None
):
    """Forward and backward; a linear last layer when there are labels. `net`: block, branch and norm."""
    convs = convs or [None] * len(weights)
    net = net or {"block": "plain", "branch": 1, "norm": "none"}
    f, df = activation(act)
    keep = lambda v: rounded(v, precision)
    x = keep(x)
    hs, zs, norms, kinds = [x], [], [], []
    last = len(weights) - 1 if net.get("output", labels is not None) else len(weights)
    sizes, width = [], x.shape[1]
    for w, conv in list(zip(weights, convs))[:last]:
        out = len(w) * (1 if conv is None else conv["side"] ** 2)
        sizes.append((width, out))
        width = out
    kinds = plan_blocks(net["block"], sizes) + ["output"]
    factor = branch_factor(net["branch"], kinds)
    for i, (w, b, conv) in enumerate(zip(weights, biases, convs)):
        z = with_bias(layer_sum(hs[-1], w, conv), b)
        if unit_variance:
            w /= z.std()
            z = with_bias(layer_sum(hs[-1], w, conv), b)
        z = keep(z)
        kind = kinds[i]
        norms.append(None)
        if net["norm"] != "none" and kind not in ("output", "second"):
            norms[i] = standardized(z, net["norm"], len(b))
            z = keep(norms[i][0].reshape(z.shape))
        zs.append(z)
        passed = z if kind in ("output", "second") else keep(f(z))
        if kind == "sum":
            passed = keep(hs[-1] + factor * passed)
        if kind == "second":
            passed = keep(hs[-2] + factor * passed)
        hs.append(passed)
    loss = None
    if labels is not None:
        loss, d_out = softmax_loss(hs[-1], labels)
    dzs, dws = [], []
    d, around = d_out, None
    for i in reversed(range(len(weights))):
        kind = kinds[i]
        if kind in ("sum", "second"):
            around, d = d, factor * d
        d = keep(d if kind in ("output", "second") else d * df(zs[i]))
        if norms[i] is not None:
            d = keep(standardized_back(d, *norms[i]))
        dzs.insert(0, d)
        below, dw = layer_back(d, hs[i], weights[i], convs[i])
        dws.insert(0, dw)
        d = keep(below + around) if kind in ("sum", "first") else keep(below)
    return {"h": hs[1:], "z": zs, "dz": dzs, "dw": dws, "loss": loss}


STATISTICS = ["activationMean", "activationStd", "zero", "preActivationStd", "gradientStd", "weightGradientStd"]


def statistics(run, depth):
    rows = []
    for h, z, dz, dw in list(zip(run["h"], run["z"], run["dz"], run["dw"]))[:depth]:
        row = [h.mean(), h.std(), (h == 0).mean(), z.std(), dz.std(), dw.std()]
        rows.append(dict(zip(STATISTICS, map(float, row))))
    return rows


def experiment(config, seed):
    rng = np.random.default_rng(seed)
    x, labels = inputs(rng, config)
    sizes = [x.shape[1]] + [config["width"]] * config["depth"] + ([2] if labels is not None else [])
    fans = list(zip(sizes[:-1], sizes[1:]))
    weights = [draw(rng, config["initializer"], *fan) for fan in fans]
    biases = [draw(rng, config["bias"], *fan)[:, 0] for fan in fans]
    d_out = rng.standard_normal((config["batch"], sizes[-1]))
    unit = config["initializer"]["id"] == "lsuv"
    run = propagate(x, weights, biases, config["act"], config["precision"], labels, d_out, unit)
    return statistics(run, config["depth"])


def same_network(net):
    """The program's own weights and inputs, propagated here."""
    arrays = [np.array(layer["weights"]).reshape(layer["units"], -1) for layer in net["layers"]]
    biases = [np.array(layer["bias"]) for layer in net["layers"]]
    batch = net["batch"]
    labels = None if net["labels"] is None else np.array(net["labels"])
    d_out = None if net["dOut"] is None else np.array(net["dOut"]).reshape(batch, -1)
    x = np.array(net["x"]).reshape(batch, -1)
    convs = [layer["conv"] for layer in net["layers"]]
    run = propagate(
        x, arrays, biases, net["act"], "float64", labels, d_out, convs=convs, net=net
    )
    out = {key: [a.ravel().tolist() for a in run[key]] for key in ("z", "h", "dz", "dw")}
    return {**out, "loss": run["loss"]}


def function_values(request):
    x = np.array(request["x"], dtype=np.float64)
    f, df = activation(request["act"])
    return {"f": f(x).tolist(), "df": np.asarray(df(x), dtype=np.float64).tolist()}


def main():
    request = json.load(sys.stdin)
    with np.errstate(all="ignore"):
        answer = {
            "numpy": np.__version__,
            "experiments": [
                [experiment(case["config"], seed) for seed in range(request["seeds"])]
                for case in request["experiments"]
            ],
            "networks": [same_network(net) for net in request["networks"]],
            "functions": [function_values(each) for each in request["functions"]],
            "rounded": {
                precision: rounded(np.array(request["rounding"]), precision).astype(str).tolist()
                for precision in ("float16", "bfloat16")
            },
        }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
