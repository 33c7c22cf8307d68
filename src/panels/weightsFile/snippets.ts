/** Code that saves a file of weights in each library. */
export const SNIPPETS = {
  PyTorch: 'import torch\n\ntorch.save(model.state_dict(), "weights.pt")',
  Keras: 'model.save_weights("model.weights.h5")',
  JAX: 'import jax, numpy as np\n\nflat, _ = jax.tree_util.tree_flatten_with_path(params)\nnp.savez("weights.npz", **{jax.tree_util.keystr(k): v for k, v in flat})',
  NumPy: 'import numpy as np\n\nnp.savez("weights.npz", W1=W1, b1=b1, W2=W2, b2=b2)',
} as const;
export type Library = keyof typeof SNIPPETS;
export const LIBRARIES = ['PyTorch', 'Keras', 'JAX', 'NumPy'] as const satisfies readonly Library[];
