/** The singular values of the opened tensor. */
import { create } from 'zustand';
import type { MeasuredTensor } from '../../weightsFile/spectrum/matrixSides.ts';
import type { Spectra } from '../../weightsFile/spectrum/readSpectra.ts';
import type { Cancel, WeightsSource } from '../../worker/weights/weightsClient.ts';
import { askWeights } from './askWeights.ts';
import type { FileProblem } from './askWeights.ts';

interface SpectrumState {
  /** `null` while they are computed, and where that failed. */
  readonly spectra: Spectra | null;
  readonly problem: FileProblem | null;
  /** Returns the function that cancels the request. */
  readonly ask: (
    source: WeightsSource,
    start: WeightsSource | null,
    tensor: MeasuredTensor,
  ) => Cancel;
}

export const useSpectrum = create<SpectrumState>()((set) => ({
  spectra: null,
  problem: null,
  ask(source, start, { name, shape, layout, numbers }) {
    set({ spectra: null, problem: null });
    const task = { kind: 'spectra', start, tensor: { name, shape, layout, numbers } } as const;
    return askWeights({ source, order: layout.order, task }, (message) => {
      if (message.type === 'spectra') set({ spectra: message.spectra });
      if (message.type === 'refused' || message.type === 'failed') set({ problem: message });
    });
  },
}));
