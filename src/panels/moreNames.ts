/** What a link can hide of MoreControls, by its keys. */
export const MORE_NAMES = ['input', 'in', 'out', 'bias', 'precision', 'seeds', 'backward'] as const;
