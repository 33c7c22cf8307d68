/** What is compared: runs by their statistics, networks and functions number by number. */

/** Each is run for `SEEDS` seeds on both sides. */
export const EXPERIMENTS = [
  'lane=he_normal',
  'lane=he_uniform&act=leaky_relu(slope=0.2)',
  'lane=xavier_uniform&act=tanh',
  'lane=xavier_normal&act=sigmoid',
  'lane=pytorch_linear&act=relu&bias=pytorch_linear',
  'lane=lecun_normal&act=selu',
  'lane=lecun_uniform&act=softsign',
  'lane=random_normal(std=0.1)&act=elu',
  'lane=random_uniform(min=-0.1,max=0.2)&act=tanh',
  'lane=truncated_normal(std=0.12)&act=gelu',
  'lane=keras_glorot_normal&act=silu',
  'lane=variance_scaling(scale=2,mode=fan_out)&act=relu&in=300',
  'lane=variance_scaling(mode=fan_avg,distribution=uniform)&act=tanh&in=30',
  'lane=orthogonal&act=tanh',
  'lane=orthogonal(gain=1.2)&act=linear&in=40',
  'lane=identity(gain=0.9)&act=tanh&in=60',
  'lane=sparse(sparsity=0.4,std=0.15)&act=relu',
  'lane=lsuv&act=gelu',
  'lane=lsuv&act=relu&in=50',
  'lane=he_normal&input=uniform&bias=random_normal(std=0.3)',
  'lane=he_normal&input=circle',
  'lane=xavier_normal&act=tanh&input=circle&bias=constant(value=0.1)',
  'lane=xavier_normal&act=tanh&precision=float16',
  'lane=he_normal&act=relu&precision=bfloat16',
  'lane=constant(value=0.02)&act=sigmoid',
].map((query) => `${query}&width=100&depth=4&batch=80`);

export const SEEDS = 24;

/** Weights, biases and inputs are handed over; z, h, dC/dz, dC/dW and the loss must be the same. */
export const NETWORKS = [
  'linear',
  'sigmoid',
  'tanh',
  'softsign',
  'relu',
  'leaky_relu(slope=0.3)',
  'elu(alpha=0.7)',
  'selu',
  'gelu',
  'silu',
].flatMap((act) => [
  `lane=he_normal&bias=random_normal(std=0.2)&act=${act}&width=9&depth=3&batch=7&in=5`,
  `lane=lsuv&act=${act}&width=8&depth=2&batch=12&input=circle`,
]);

/** Numbers around every case of rounding: ties, subnormals, overflow. */
export const ROUNDING = [
  0,
  1,
  -1,
  1 / 3,
  2049,
  2051,
  4097,
  65504,
  65519,
  65520,
  1e6,
  -1e6,
  6e-8,
  2.9e-8,
  3.1e-8,
  5.96e-8,
  8.94e-8,
  6.1e-5,
  1e-7,
  257,
  258.5,
  259,
  3.4e38,
  1e-38,
  1.17549e-38,
  0.1,
  0.2,
  -0.3,
  1.00390625,
  1.01171875,
];
