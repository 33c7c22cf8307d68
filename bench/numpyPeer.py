"""The experiment in NumPy on one thread; prints the first time and the median of later ones, in ms. Arguments: depth width batch act rounds."""

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import sys
import time

import numpy as np

depth, width, batch = (int(x) for x in sys.argv[1:4])
act, rounds = sys.argv[4], int(sys.argv[5])
scale = np.float32(np.sqrt((2 if act == "relu" else 1) / width))
rng = np.random.default_rng(1)


def summarize(x):
    return x.mean(), x.std(), np.histogram(x, bins=64, range=(-4, 4))[0]


def run():
    h = rng.standard_normal((batch, width), dtype=np.float32)
    for _ in range(depth):
        w = rng.standard_normal((width, width), dtype=np.float32) * scale
        z = h @ w
        h = np.tanh(z) if act == "tanh" else np.maximum(z, 0)
        summarize(w), summarize(z), summarize(h)


times = []
for _ in range(rounds + 1):
    start = time.perf_counter()
    run()
    times.append((time.perf_counter() - start) * 1e3)
first, *later = times
print(first, sorted(later)[len(later) // 2])
