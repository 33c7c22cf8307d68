/** The spectra of all tensors of a file that have one. */
import { finishAsync } from '../../engine/pace.ts';
import { matrixSides } from './matrixSides.ts';
import type { MeasuredTensor, NoSpectrum } from './matrixSides.ts';
import { readSpectra } from './readSpectra.ts';
import type { NamedSource, Spectra } from './readSpectra.ts';

/** Yields each tensor's name before computing its spectrum; only matrices have one. Throws WeightsFileError. */
export async function* allSpectra(
  file: NamedSource,
  start: NamedSource | null,
  tensors: readonly MeasuredTensor[],
): AsyncGenerator<string, ReadonlyMap<string, Spectra | NoSpectrum>, void> {
  const found = new Map<string, Spectra | NoSpectrum>();
  for (const tensor of tensors) {
    const sides = matrixSides(tensor);
    if (sides === 'no-matrix') continue;
    if (typeof sides === 'string') {
      found.set(tensor.name, sides);
      continue;
    }
    yield tensor.name;
    found.set(tensor.name, await finishAsync(readSpectra(file, start, tensor)));
  }
  return found;
}
