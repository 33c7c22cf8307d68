/** What page.ts uses of peers.mjs; the libraries' own types are installed with the bench only. */
interface Shape {
  readonly depth: number;
  readonly width: number;
  readonly batch: number;
  readonly act: 'tanh' | 'relu';
}

interface Peer {
  readonly name: string;
  /** Prepares a product of n × n matrices: run once a call, and waited for. */
  readonly product: (n: number) => Promise<() => Promise<void>>;
  readonly experiment: (shape: Shape) => Promise<number>;
  readonly largest: number;
}

interface NetShape {
  /** Inputs, hidden widths, classes. */
  readonly sizes: readonly number[];
  readonly batch: number;
  readonly act: 'tanh' | 'relu';
  readonly rate: number;
}

interface TrainPeer {
  readonly name: string;
  /** Prepares a network; each call trains so many steps. */
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
  /** Draws, convolves and measures. */
  readonly forward: (shape: ConvShape) => Promise<number>;
  readonly train: (steps: number) => Promise<void>;
}

/** Prepares to train the network: 3 × 3 over pictures of 8 × 8, one channel enters. */
export function convPeer(trained: ConvNet): Promise<ConvPeer>;
export function trainers(): readonly TrainPeer[];
export function scaleOf(shape: Shape): number;
export function peers(): Promise<readonly Peer[]>;
