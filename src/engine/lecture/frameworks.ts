/** What a fully connected layer starts from when nothing is specified, library by library. */
import type { Draw } from '../rules/draw.ts';
import { initializer } from '../rules/initializer.ts';
import { completeInitializer, parseInitializer } from '../rules/spec.ts';
import type { InitializerSpec } from '../types.ts';

export const FRAMEWORK_IDS = ['tensorflow1', 'keras', 'pytorch', 'jax', 'numpy'] as const;
export type FrameworkId = (typeof FRAMEWORK_IDS)[number];

export const isFramework = (id: string): id is FrameworkId =>
  FRAMEWORK_IDS.some((each) => each === id);

export interface FrameworkDefault {
  readonly name: string;
  /** The call that creates the layer. */
  readonly call: (fanIn: number, fanOut: number) => string;
  readonly weights: InitializerSpec;
  /** `null`: zeros. */
  readonly bias: InitializerSpec | null;
  /** Name of the rule in the library's source. */
  readonly rule: string;
  /** The same layer with every default written out. */
  readonly explicitCode: (fanIn: number, fanOut: number) => string;
}

const spec = (text: string): InitializerSpec =>
  completeInitializer(parseInitializer(text).value).value;

/**
 * Sources: tensorflow 1.15 variable_scope.py, keras/layers/core/dense.py, torch/nn/modules/linear.py,
 * flax/linen/linear.py. NumPy has no layers; its row is the draw used in the lecture.
 */
export const FRAMEWORKS = {
  tensorflow1: {
    name: 'TensorFlow 1',
    call: (fanIn, fanOut) => `tf.get_variable("w", [${fanIn}, ${fanOut}])`,
    weights: spec('xavier_uniform'),
    bias: null,
    rule: 'glorot_uniform_initializer()',
    explicitCode: (fanIn, fanOut) => `tf.get_variable(
    "w", [${fanIn}, ${fanOut}],
    initializer=tf.glorot_uniform_initializer())
tf.get_variable(
    "b", [${fanOut}],
    initializer=tf.zeros_initializer())`,
  },
  keras: {
    name: 'Keras',
    call: (_, fanOut) => `Dense(${fanOut})`,
    weights: spec('xavier_uniform'),
    bias: null,
    rule: 'GlorotUniform()',
    explicitCode: (_, fanOut) => `Dense(
    ${fanOut},
    kernel_initializer="glorot_uniform",
    bias_initializer="zeros")`,
  },
  pytorch: {
    name: 'PyTorch',
    call: (fanIn, fanOut) => `nn.Linear(${fanIn}, ${fanOut})`,
    weights: spec('pytorch_linear'),
    bias: spec('pytorch_linear'),
    rule: 'kaiming_uniform_(w, a=math.sqrt(5))',
    explicitCode: (fanIn, fanOut) => `layer = nn.Linear(${fanIn}, ${fanOut})
bound = 1 / math.sqrt(${fanIn})
nn.init.uniform_(layer.weight, -bound, bound)
nn.init.uniform_(layer.bias, -bound, bound)`,
  },
  jax: {
    name: 'JAX / Flax',
    call: (_, fanOut) => `nn.Dense(${fanOut})`,
    weights: spec('variance_scaling(scale=1,mode=fan_in,distribution=truncated)'),
    bias: null,
    rule: 'lecun_normal()',
    explicitCode: (_, fanOut) => `nn.Dense(
    ${fanOut},
    kernel_init=nn.initializers.lecun_normal(),
    bias_init=nn.initializers.zeros)`,
  },
  numpy: {
    name: 'NumPy',
    call: (fanIn, fanOut) => `rng.uniform(-0.1, 0.1, (${fanOut}, ${fanIn}))`,
    weights: spec('random_uniform(min=-0.1,max=0.1)'),
    bias: spec('random_uniform(min=-0.1,max=0.1)'),
    rule: '–',
    explicitCode: (fanIn, fanOut) => `rng = np.random.default_rng()
w = rng.uniform(-0.1, 0.1, (${fanOut}, ${fanIn}))
b = rng.uniform(-0.1, 0.1, ${fanOut})`,
  },
} as const satisfies Record<FrameworkId, FrameworkDefault>;

/** How the library draws the weights of a `[fanOut × fanIn]` layer. */
export function frameworkDraw(id: FrameworkId, fanIn: number, fanOut: number): Draw {
  const { weights } = FRAMEWORKS[id];
  return initializer(weights.id).draw(weights.params, fanIn, fanOut);
}

const ZEROS: InitializerSpec = { id: 'zeros', params: {} };

/** How the library draws the biases of the layer. */
export function frameworkBias(id: FrameworkId, fanIn: number, fanOut: number): Draw {
  const { id: rule, params } = FRAMEWORKS[id].bias ?? ZEROS;
  return initializer(rule).draw(params, fanIn, fanOut);
}
