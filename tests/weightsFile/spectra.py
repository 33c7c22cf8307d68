"""
Writes files/spectra.json: singular values by NumPy, of tensors of the files beside it and of matrices that a
formula gives. Run with /usr/bin/python3 after make.py.
"""
import json
import os

import numpy as np
import torch

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "files"))


def formula(rows, cols):
    k = np.arange(rows * cols, dtype=np.int64)
    return ((k * k * 31 + k * 7) % 10007 / 10007 - 0.5).astype(np.float32).reshape(rows, cols)


matrices = {
    "formula 40 60": formula(40, 60),
    "formula 131 37": formula(131, 37),
    "formula 1 9": formula(1, 9),
    "linear.pt 0.weight": torch.load("linear.pt")["0.weight"].numpy(),
    "arrays.npz W2": np.load("arrays.npz")["W2"],
}
found = {
    name: np.linalg.svd(matrix.astype(np.float64), compute_uv=False).tolist()
    for name, matrix in matrices.items()
}
with open("spectra.json", "w") as file:
    json.dump(found, file, indent=1)
    file.write("\n")
