/** Steps at which the sample run is saved. */
export const TRAINED_STEPS = [0, 30, 100, 300] as const;
export type TrainedStep = (typeof TRAINED_STEPS)[number];

/** The name of its file, without an extension. */
export const trainedName = (step: TrainedStep): string => `spirals_step_${step}`;
