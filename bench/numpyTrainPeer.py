"""Steps a second of SGD in NumPy on one thread. Arguments: sizes, act, steps, rounds."""

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import sys
import time

import numpy as np

sizes = [int(n) for n in sys.argv[1].split(",")]
act, steps, rounds = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
batch, rate = 32, np.float32(0.001)
rng = np.random.default_rng(1)
x = rng.standard_normal((batch, sizes[0]), dtype=np.float32)
labels = np.arange(batch) % sizes[-1]
rows = np.arange(batch)
gain = 2 if act == "relu" else 1
weights = [
    rng.standard_normal((n, m), dtype=np.float32) * np.float32(np.sqrt(gain / n))
    for n, m in zip(sizes, sizes[1:])
]
biases = [np.zeros(m, dtype=np.float32) for m in sizes[1:]]


def step():
    h, inputs, outputs = x, [], []
    for i, (w, b) in enumerate(zip(weights, biases)):
        inputs.append(h)
        z = h @ w
        z += b
        if i < len(weights) - 1:
            h = np.tanh(z) if act == "tanh" else np.maximum(z, 0)
            outputs.append(h)
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[rows, labels] -= 1
    d = p / np.float32(batch)
    for i in range(len(weights) - 1, -1, -1):
        if i < len(weights) - 1:
            h = outputs[i]
            d = d * (1 - h * h) if act == "tanh" else d * (h > 0)
        dw, db = inputs[i].T @ d, d.sum(axis=0)
        if i > 0:
            d = d @ weights[i].T
        weights[i] -= rate * dw
        biases[i] -= rate * db


for _ in range(steps // 4):
    step()
speeds = []
for _ in range(rounds):
    start = time.perf_counter()
    for _ in range(steps):
        step()
    speeds.append(steps / (time.perf_counter() - start))
print(sorted(speeds)[len(speeds) // 2])
