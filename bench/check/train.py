"""Trains networks in float64 from given starts and mini-batches; JSON in, JSON out."""

import json
import sys

import numpy as np

from check import (
    activation,
    branch_factor,
    layer_back,
    layer_sum,
    plan_blocks,
    standardized,
    standardized_back,
    with_bias,
)


def softmax_cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(shifted)
    p /= p.sum(axis=1, keepdims=True)
    rows = np.arange(len(labels))
    loss = -np.log(p[rows, labels]).mean()
    p[rows, labels] -= 1
    return loss, p / len(labels)


def train(case):
    f, df = activation(case["act"])
    settings = case["train"]
    rescues = settings["rescues"]
    params = []
    for layer in case["start"]:
        shape = (layer["units"], layer["fanIn"])
        params.append(
            {
                "W": np.array(layer["weights"]).reshape(shape),
                "b": np.array(layer["bias"]),
                "gamma": np.ones(shape[0]),
                "beta": np.zeros(shape[0]),
            }
        )
    sizes = [(layer["inputs"], layer["outputs"]) for layer in case["start"][:-1]]
    kinds = plan_blocks(case["block"], sizes) + ["output"]
    factor = branch_factor(case["branch"], kinds)
    for p, kind in zip(params, kinds):
        # A factor of 0 is learned.
        if kind in ("sum", "second") and factor == 0:
            p["alpha"] = np.zeros(1)
    velocity = [{key: np.zeros_like(value) for key, value in p.items()} for p in params]
    last = len(params) - 1
    losses = []
    for batch in case["batches"]:
        labels = np.array(batch["labels"])
        h = np.array(batch["x"]).reshape(len(labels), -1)
        tape = []
        hs = [h]
        for i, p in enumerate(params):
            conv, units, kind = case["start"][i]["conv"], len(p["b"]), kinds[i]
            z = with_bias(layer_sum(hs[-1], p["W"], conv), p["b"])
            step = {"h": hs[-1]}
            if case["norm"] != "none" and kind not in ("output", "second"):
                step["norm"] = standardized(z, case["norm"], units)
                hat = step["norm"][0].reshape(-1, units)
                z = (p["gamma"] * hat + p["beta"]).reshape(z.shape)
            step["z"] = z
            step["branch"] = z if kind in ("output", "second") else f(z)
            step["factor"] = p["alpha"][0] if "alpha" in p else factor
            around = {"sum": hs[-1], "second": hs[-2] if i > 0 else None}.get(kind)
            tape.append(step)
            hs.append(step["branch"] if around is None else around + step["factor"] * step["branch"])
        loss, d = softmax_cross_entropy(tape[last]["z"], labels)
        losses.append(loss)
        gradients = [None] * len(params)
        for i in range(last, -1, -1):
            p, step, kind = params[i], tape[i], kinds[i]
            own = {key: np.zeros_like(value) for key, value in p.items()}
            if kind in ("sum", "second"):
                if "alpha" in p:
                    own["alpha"] = np.array([(d * step["branch"]).sum()])
                around, d = d, step["factor"] * d
            dz = d if kind in ("output", "second") else d * df(step["z"])
            if "norm" in step:
                units = len(p["b"])
                hat = step["norm"][0].reshape(-1, units)
                rows = dz.reshape(-1, units)
                own["gamma"] = (rows * hat).sum(axis=0)
                own["beta"] = rows.sum(axis=0)
                dz = standardized_back((rows * p["gamma"]).reshape(dz.shape), *step["norm"])
            below, own["W"] = layer_back(dz, step["h"], p["W"], case["start"][i]["conv"])
            own["b"] = dz.reshape(-1, len(p["b"])).sum(axis=0)
            gradients[i] = own
            d = below + around if kind in ("sum", "first") else below
        if "clip" in rescues:
            norm = np.sqrt(sum((g**2).sum() for own in gradients for g in own.values()))
            if norm > case["clip"]:
                for own in gradients:
                    for key in own:
                        own[key] *= case["clip"] / norm
        for p, v, g in zip(params, velocity, gradients):
            for key in p:
                v[key] = settings["momentum"] * v[key] + g[key]
                p[key] = p[key] - settings["lr"] * v[key]
    return {"losses": losses, "weights": [p["W"].ravel().tolist() for p in params]}


with np.errstate(all="ignore"):
    json.dump([train(case) for case in json.load(sys.stdin)], sys.stdout)
