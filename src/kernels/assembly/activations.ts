/** The activations and their derivatives, elementwise over an array; formulas as in engine/rules/activations.ts. */
import {
  abs4,
  constant,
  expm1NonPositive4,
  exp4,
  normalCdf4,
  normalPdf4,
  one4,
  select,
  sigmoid4,
  sigmoidDerivative4,
  splat,
  tanh4,
} from './math';

/** The order of ACTIVATION_IDS in engine/rules/ids.ts (a test compares them). */
const enum Act {
  linear,
  sigmoid,
  tanh,
  softsign,
  relu,
  leakyRelu,
  elu,
  selu,
  gelu,
  silu,
}

const FOUR = memory.data<f32>([4]);
const SELU_ALPHA: f32 = 1.6732632423543772;
const SELU_SCALE: f32 = 1.0507009873554805;

/** f(x) for four floats; `parameter` is the slope of leaky ReLU or the α of ELU. */
@inline
function f4(act: i32, x: v128, parameter: f32): v128 {
  const positive = f32x4.gt(x, splat(0));
  switch (act) {
    case Act.sigmoid:
      return sigmoid4(x);
    case Act.tanh:
      return tanh4(x);
    case Act.softsign:
      return f32x4.div(x, f32x4.add(one4(), abs4(x)));
    case Act.relu:
      // NaN is kept: only values ≤ 0 become zero.
      return v128.andnot(x, f32x4.le(x, splat(0)));
    case Act.leakyRelu:
      return select(positive, x, f32x4.mul(splat(parameter), x));
    case Act.elu:
      return select(positive, x, f32x4.mul(splat(parameter), expm1NonPositive4(x)));
    case Act.selu: {
      const low = f32x4.mul(splat(SELU_ALPHA), expm1NonPositive4(x));
      return f32x4.mul(splat(SELU_SCALE), select(positive, x, low));
    }
    case Act.gelu:
      return f32x4.mul(x, normalCdf4(x));
    case Act.silu:
      return f32x4.mul(x, sigmoid4(x));
    default:
      return x;
  }
}

@inline
function df4(act: i32, x: v128, parameter: f32): v128 {
  const positive = f32x4.gt(x, splat(0));
  const one = one4();
  switch (act) {
    case Act.sigmoid:
      return sigmoidDerivative4(x);
    case Act.tanh:
      return f32x4.mul(constant(FOUR, 0), sigmoidDerivative4(f32x4.add(x, x)));
    case Act.softsign: {
      // Squared last, so that small results pass through the subnormals.
      const b = f32x4.div(one, f32x4.add(one, abs4(x)));
      return f32x4.mul(b, b);
    }
    case Act.relu:
      return v128.and(positive, one);
    case Act.leakyRelu:
      return select(positive, one, splat(parameter));
    case Act.elu:
      return select(positive, one, f32x4.mul(splat(parameter), exp4(x)));
    case Act.selu:
      return f32x4.mul(
        splat(SELU_SCALE),
        select(positive, one, f32x4.mul(splat(SELU_ALPHA), exp4(x))),
      );
    case Act.gelu:
      return f32x4.add(normalCdf4(x), f32x4.mul(x, normalPdf4(x)));
    case Act.silu: {
      const s = sigmoid4(x);
      return f32x4.add(s, f32x4.mul(x, sigmoidDerivative4(x)));
    }
    default:
      return one;
  }
}

/** Padded copies of the last elements, if they do not fill a vector. */
const PART = memory.data(32, 16);

@inline
function forward(act: i32, z: usize, h: usize, end: usize, parameter: f32): void {
  while (h < end) {
    v128.store(h, f4(act, v128.load(z), parameter));
    z += 16;
    h += 16;
  }
}

@inline
function backward(act: i32, z: usize, g: usize, end: usize, parameter: f32): void {
  while (g < end) {
    v128.store(g, f32x4.mul(v128.load(g), df4(act, v128.load(z), parameter)));
    z += 16;
    g += 16;
  }
}

/** `h[i] = f(z[i])`; one loop per activation, so that there is no branch per element. */
export function activate(act: i32, z: usize, h: usize, length: i32, parameter: f32): void {
  const end = h + (<usize>(length & ~3) << 2);
  switch (act) {
    case Act.linear:
      forward(Act.linear, z, h, end, parameter);
      break;
    case Act.sigmoid:
      forward(Act.sigmoid, z, h, end, parameter);
      break;
    case Act.tanh:
      forward(Act.tanh, z, h, end, parameter);
      break;
    case Act.softsign:
      forward(Act.softsign, z, h, end, parameter);
      break;
    case Act.relu:
      forward(Act.relu, z, h, end, parameter);
      break;
    case Act.leakyRelu:
      forward(Act.leakyRelu, z, h, end, parameter);
      break;
    case Act.elu:
      forward(Act.elu, z, h, end, parameter);
      break;
    case Act.selu:
      forward(Act.selu, z, h, end, parameter);
      break;
    case Act.gelu:
      forward(Act.gelu, z, h, end, parameter);
      break;
    case Act.silu:
      forward(Act.silu, z, h, end, parameter);
      break;
  }
  const left = (length & 3) << 2;
  if (left > 0) {
    memory.copy(PART, z + (end - h), left);
    activate(act, PART, PART, 4, parameter);
    memory.copy(end, PART, left);
  }
}

export function activateBackward(act: i32, z: usize, g: usize, length: i32, parameter: f32): void {
  const end = g + (<usize>(length & ~3) << 2);
  switch (act) {
    case Act.linear:
      backward(Act.linear, z, g, end, parameter);
      break;
    case Act.sigmoid:
      backward(Act.sigmoid, z, g, end, parameter);
      break;
    case Act.tanh:
      backward(Act.tanh, z, g, end, parameter);
      break;
    case Act.softsign:
      backward(Act.softsign, z, g, end, parameter);
      break;
    case Act.relu:
      backward(Act.relu, z, g, end, parameter);
      break;
    case Act.leakyRelu:
      backward(Act.leakyRelu, z, g, end, parameter);
      break;
    case Act.elu:
      backward(Act.elu, z, g, end, parameter);
      break;
    case Act.selu:
      backward(Act.selu, z, g, end, parameter);
      break;
    case Act.gelu:
      backward(Act.gelu, z, g, end, parameter);
      break;
    case Act.silu:
      backward(Act.silu, z, g, end, parameter);
      break;
  }
  const left = (length & 3) << 2;
  if (left > 0) {
    memory.copy(PART, z + (end - g), left);
    memory.copy(PART + 16, end, left);
    activateBackward(act, PART, PART + 16, 4, parameter);
    memory.copy(end, PART + 16, left);
  }
}
