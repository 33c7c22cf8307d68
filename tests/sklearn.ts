/** Python source of a substitute for scikit-learn, if not installed; loads its digits from a file in the repository. */
export const SKLEARN = `
import csv, gzip, sys, types
import numpy as np

def load_digits():
    """scikit-learn's, from the file in the repository."""
    with gzip.open("scripts/data/digits.csv.gz", "rt") as file:
        rows = np.array([[int(x) for x in row] for row in csv.reader(file)])
    return types.SimpleNamespace(data=rows[:, :64] * 1.0, target=rows[:, 64])

sklearn = types.ModuleType("sklearn.datasets")
sklearn.load_digits = load_digits
sys.modules |= {"sklearn": types.ModuleType("sklearn"), "sklearn.datasets": sklearn}
`;
