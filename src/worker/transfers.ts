/** The buffers that are transferred to the page with the parts of a job. */
import type { Inspection } from '../engine/train/inspect.ts';
import type { Histogram, LayerStats, Summary } from '../engine/types.ts';
import type { Part } from './parts.ts';

const ofHistogram = ({ counts }: Histogram): ArrayBuffer => counts.buffer;

function ofSummary(summary: Summary | null): readonly ArrayBuffer[] {
  if (summary === null) return [];
  const { shared, own, magnitudes } = summary;
  return [ofHistogram(shared), ofHistogram(own), magnitudes.counts.buffer];
}

/** The buffers of a layer's histograms, to be transferred. */
export function ofLayer(stats: LayerStats | null): readonly ArrayBuffer[] {
  if (stats === null) return [];
  const { weights, preActivations, activations, gradients, weightGradients } = stats;
  return [weights, preActivations, activations, gradients, weightGradients].flatMap(ofSummary);
}

function ofInspection(inspection: Inspection): readonly ArrayBuffer[] {
  const { input, layers, boundary, weights, matrix, mistakes, maps } = inspection;
  return [
    ...ofSummary(input),
    ...(matrix === null ? [] : [matrix.values.buffer]),
    ...layers.flatMap(ofLayer),
    ...(boundary === null ? [] : [boundary.values.buffer]),
    ...(weights ?? []).map(({ values }) => values.buffer),
    ...(mistakes?.shown ?? []).map(({ values }) => values.buffer),
    ...(maps === null ? [] : [maps.maps.buffer, maps.kernels.buffer, maps.picture.values.buffer]),
  ];
}

/** The buffers that are transferred with a part. */
export function transfers(part: Part): readonly ArrayBuffer[] {
  switch (part.type) {
    case 'input':
      return ofSummary(part.input);
    case 'layer':
      return ofLayer(part.stats);
    case 'backward':
      return [part.stats.gradients, part.stats.weightGradients].flatMap(ofSummary);
    case 'weights':
      return part.sample === null ? [] : [part.sample.values.buffer];
    case 'ended':
      // Kept by the session, so it is copied.
      return [];
    case 'inspected':
      return ofInspection(part.inspection);
    case 'trained':
      return [part.run.stepLoss.buffer];
    case 'seedBand':
    case 'record':
      return [];
  }
}
