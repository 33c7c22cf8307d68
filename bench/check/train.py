"""Trains networks in float64 from given starts and mini-batches; JSON in, JSON out."""

import json
import sys

import numpy as np

from check import activation, layer_back, layer_sum, with_bias

EPSILON = 1e-5


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
    velocity = [{key: np.zeros_like(value) for key, value in p.items()} for p in params]
    last = len(params) - 1
    losses = []
    for batch in case["batches"]:
        labels = np.array(batch["labels"])
        h = np.array(batch["x"]).reshape(len(labels), -1)
        tape = []
        for i, p in enumerate(params):
            conv, units = case["start"][i]["conv"], len(p["b"])
            z = with_bias(layer_sum(h, p["W"], conv), p["b"])
            step = {"h": h}
            if "batch_norm" in rescues and i < last:
                # Of a convolution over the places, too.
                rows = z.reshape(-1, units)
                step["scale"] = 1 / np.sqrt(rows.var(axis=0) + EPSILON)
                step["hat"] = (rows - rows.mean(axis=0)) * step["scale"]
                z = (p["gamma"] * step["hat"] + p["beta"]).reshape(z.shape)
            step["z"] = z
            tape.append(step)
            if i < last:
                step["skip"] = "residual" in rescues and z.shape == h.shape
                h = f(z) + (h if step["skip"] else 0)
        loss, d = softmax_cross_entropy(tape[last]["z"], labels)
        losses.append(loss)
        gradients = [None] * len(params)
        for i in range(last, -1, -1):
            p, step = params[i], tape[i]
            own = {key: np.zeros_like(value) for key, value in p.items()}
            dz = d if i == last else d * df(step["z"])
            if "hat" in step:
                rows = dz.reshape(step["hat"].shape)
                own["gamma"] = (rows * step["hat"]).sum(axis=0)
                own["beta"] = rows.sum(axis=0)
                rows = p["gamma"] * step["scale"] * (
                    rows - rows.mean(axis=0) - step["hat"] * (rows * step["hat"]).mean(axis=0)
                )
                dz = rows.reshape(dz.shape)
            below, own["W"] = layer_back(dz, step["h"], p["W"], case["start"][i]["conv"])
            own["b"] = dz.reshape(-1, len(p["b"])).sum(axis=0)
            gradients[i] = own
            d = below + (d if step.get("skip") else 0)
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
