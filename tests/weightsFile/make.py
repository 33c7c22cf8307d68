"""
Writes the files that the readers of weight files are tested with, by the programs that people use, and
what NumPy finds in them (expected.json). Needs NumPy, PyTorch, h5py and ONNX; on Debian:
apt-get install python3-numpy python3-torch python3-h5py python3-onnx, then /usr/bin/python3 make.py
"""
import json
import os
import pickle
import zipfile

import h5py
import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "files"))
torch.manual_seed(1)
rng = np.random.default_rng(1)
expected = {}


def expect(file, name, values):
    x = np.asarray(values, dtype=np.float64)
    d = x - x.mean()
    variance = (d**2).mean() if x.size else float("nan")
    expected.setdefault(file, {})[name] = {
        "shape": list(x.shape),
        "mean": x.mean(),
        "std": np.sqrt(variance),
        "min": x.min(),
        "max": x.max(),
        "zero": (x == 0).mean(),
        "kurtosis": (d**4).mean() / variance**2 if variance > 0 else None,
    }


def state(file, values):
    for name, tensor in values.items():
        expect(file, name, tensor.detach().to(torch.float64).numpy())


net = nn.Sequential(nn.Linear(12, 20), nn.ReLU(), nn.Linear(20, 5)).half().float()
torch.save(net.state_dict(), "linear.pt")
state("linear.pt", net.state_dict())

conv = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.Conv2d(8, 8, 3, groups=8))
conv[0].weight.data = conv[0].weight.data.contiguous(memory_format=torch.channels_last)
conv[2].weight.data = conv[2].weight.data.to(torch.bfloat16)
conv[2].bias.data = conv[2].bias.data.double()
shared = torch.randn(10, 6)
values = {**conv.state_dict(), "part": shared[3:7], "turned": shared.T}
torch.save({"epoch": 3, "state_dict": values, "note": "text", "rate": 0.1}, "checkpoint.pth")
state("checkpoint.pth", values)

torch.save(net, "whole.pt")


class Evil:
    def __reduce__(self):
        return (os.system, ("false",))


with zipfile.ZipFile("evil.pt", "w") as z:
    z.writestr("archive/data.pkl", pickle.dumps({"w": Evil()}, 2))

W = rng.normal(0, np.sqrt(2 / 12), (20, 12))
arrays = {
    "W1": W,
    "b1": np.zeros(20),
    "W2": np.asfortranarray(rng.uniform(-1, 1, (5, 20))).astype(">f4"),
    "half": rng.normal(0, 0.1, (7, 3)).astype(np.float16),
    "whole": rng.integers(-100, 100, (4, 4)).astype(np.int8),
    "scalar": np.float32(0.5),
}
np.savez("arrays.npz", **arrays)
np.savez_compressed("deflated.npz", **arrays, names=np.array(["a", "b"]))
for file in ("arrays.npz", "deflated.npz"):
    for name, values in arrays.items():
        expect(file, name, values)
np.save("one.npy", rng.normal(0, 0.02, (30, 11)).astype(np.float32))
expect("one.npy", "one", np.load("one.npy"))


def layers(file, **options):
    with h5py.File(file, "w", **options) as f:
        for name, (i, o) in {"dense": (12, 20), "dense_1": (20, 5)}.items():
            group = f.create_group(f"layers/{name}/vars")
            kernel = (rng.uniform(-1, 1, (i, o)) * np.sqrt(6 / (i + o))).astype(np.float32)
            group.create_dataset("0", data=kernel)
            group.create_dataset("1", data=np.zeros(o, np.float32))
            expect(file, f"layers/{name}/vars/0", kernel)
            expect(file, f"layers/{name}/vars/1", np.zeros(o))
        f["optimizer/vars/0"] = np.ones(3)
        f["words"] = "text"


layers("keras3.weights.h5")
layers("latest.weights.h5", libver="latest")
with zipfile.ZipFile("model.keras", "w") as z:
    z.write("keras3.weights.h5", "model.weights.h5")
    z.writestr("config.json", "{}")
expected["model.keras"] = expected["keras3.weights.h5"]
with h5py.File("chunks.h5", "w") as f:
    chunked = rng.normal(0, 1, (50, 33, 3)).astype(np.float32)
    f.create_dataset("x/kernel:0", data=chunked, chunks=(16, 10, 2), compression="gzip", shuffle=True)
    f.create_dataset("x/bias:0", data=np.arange(33.0).astype(">f8"), chunks=(10,), fletcher32=True)
    f.create_dataset("y/empty", shape=(5, 5), dtype="f4")
    expect("chunks.h5", "x/kernel:0", chunked)
    expect("chunks.h5", "x/bias:0", np.arange(33.0))
    expect("chunks.h5", "y/empty", np.zeros((5, 5)))

A = rng.normal(0, 0.3, (12, 20)).astype(np.float32)
B = rng.normal(0, 0.3, (5, 20)).astype(np.float32)
K = rng.normal(0, 0.3, (4, 3, 3, 3)).astype(np.float16)
graph = helper.make_graph(
    [
        helper.make_node("MatMul", ["x", "A"], ["h"]),
        helper.make_node("Gemm", ["h", "B"], ["y"], transB=1),
        helper.make_node("Conv", ["p", "K"], ["q"]),
    ],
    "graph",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 12])],
    [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 5])],
    [
        numpy_helper.from_array(A, "A"),
        helper.make_tensor("B", TensorProto.FLOAT, B.shape, B.ravel().tolist()),
        numpy_helper.from_array(K, "K"),
    ],
)
onnx.save(helper.make_model(graph), "model.onnx")
for name, values in (("A", A), ("B", B), ("K", K)):
    expect("model.onnx", name, values)

with open("expected.json", "w") as f:
    json.dump(expected, f, indent=1)
    f.write("\n")
