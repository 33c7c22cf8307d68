/** The draw shown in the lecture: two weights and a bias. */
import { normal, stream, uniform } from '../rng.ts';
import { INTERVAL } from '../math/shareOutside.ts';

export const LECTURE_SHAPES = ['uniform', 'normal'] as const;
export type LectureShape = (typeof LECTURE_SHAPES)[number];

/**
 * `[w₁, w₂, b]` of run 1, 2, …: U(−0.1, 0.1) or N(0, 0.1²). The seed is the number of the run, so these
 * are the draws of a lane with two inputs and one unit.
 */
export function lectureDraw(
  run: number,
  shape: LectureShape,
): readonly [w1: number, w2: number, b: number] {
  const standard = shape === 'uniform' ? uniform : normal;
  const weights = stream(run, 1, 'weights');
  const biases = stream(run, 1, 'biases');
  return [
    INTERVAL * standard(weights, 0),
    INTERVAL * standard(weights, 1),
    INTERVAL * standard(biases, 0),
  ];
}
