"""Convolutional networks in PyTorch on one thread. Each line read, `forward` or `train`, is answered by milliseconds.

Arguments: `contiguous` or `channels_last`; depth, channels and batch of the forward run; of training; steps at a time.
"""

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import sys
import time

import torch
from torch.nn.functional import conv2d, cross_entropy

torch.set_num_threads(1)
torch.manual_seed(1)
layout = {"contiguous": torch.contiguous_format, "channels_last": torch.channels_last}[sys.argv[1]]
depth, channels, batch, layers, units, rows, steps = (int(n) for n in sys.argv[2:])


def summarize(x):
    return x.mean().item(), x.std(unbiased=False).item(), torch.histc(x, 64, -4, 4)


@torch.no_grad()
def forward():
    h = torch.randn(batch, channels, 8, 8).to(memory_format=layout)
    for _ in range(depth):
        w = torch.randn(channels, channels, 3, 3) * (2 / (9 * channels)) ** 0.5
        z = conv2d(h, w.to(memory_format=layout), padding=1)
        h = torch.relu(z)
        summarize(w), summarize(z), summarize(h)


hidden = []
for i in range(layers):
    hidden += [torch.nn.Conv2d(1 if i == 0 else units, units, 3, padding=1), torch.nn.ReLU()]
net = torch.nn.Sequential(*hidden, torch.nn.Flatten(), torch.nn.Linear(64 * units, 10))
net = net.to(memory_format=layout)
optimizer = torch.optim.SGD(net.parameters(), lr=0.001)
x = torch.randn(rows, 1, 8, 8).to(memory_format=layout)
labels = torch.arange(rows) % 10


def train():
    for _ in range(steps):
        optimizer.zero_grad()
        cross_entropy(net(x), labels).backward()
        optimizer.step()


for line in sys.stdin:
    run = {"forward": forward, "train": train}[line.strip()]
    start = time.perf_counter()
    run()
    print((time.perf_counter() - start) * 1e3, flush=True)
