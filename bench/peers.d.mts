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

export function scaleOf(shape: Shape): number;
export function peers(): Promise<readonly Peer[]>;
