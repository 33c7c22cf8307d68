/** The part of peers.mjs that page.ts uses; the libraries' types are installed only in bench. */
interface Shape {
  readonly depth: number;
  readonly width: number;
  readonly batch: number;
  readonly act: 'tanh' | 'relu';
}

interface Peer {
  readonly name: string;
  /** Prepares a product of two n × n matrices; each call computes it once and waits for the result. */
  readonly product: (n: number) => Promise<() => Promise<void>>;
  readonly experiment: (shape: Shape) => Promise<number>;
  /** The largest `n` for which `product` is timed. */
  readonly largest: number;
}

interface NetShape {
  /** Number of inputs, hidden widths, number of classes. */
  readonly sizes: readonly number[];
  readonly batch: number;
  readonly act: 'tanh' | 'relu';
  readonly rate: number;
}

interface TrainPeer {
  readonly name: string;
  /** Prepares a network; each call trains it for `steps` steps. */
  readonly prepare: (shape: NetShape) => Promise<(steps: number) => Promise<void>>;
}

interface ConvShape {
  readonly depth: number;
  readonly channels: number;
  readonly batch: number;
}

interface ConvNet extends ConvShape {
  readonly classes: number;
  readonly rate: number;
}

interface ConvPeer {
  readonly name: string;
  /** Draws weights, runs forward and computes statistics. */
  readonly forward: (shape: ConvShape) => Promise<number>;
  readonly train: (steps: number) => Promise<void>;
}

/** Prepares to train the network: 3 × 3 kernels on images of 8 × 8 with one channel. */
export function convPeer(trained: ConvNet): Promise<ConvPeer>;
export function trainers(): readonly TrainPeer[];
/** Standard deviation of the weights: √(2 / width) for ReLU, √(1 / width) for tanh. */
export function scaleOf(shape: Shape): number;
export function peers(): Promise<readonly Peer[]>;
