/** The English words of the clinic's measurements ("looks"); fa.ts has the same keys. */
import type { Shape } from '../page/en.ts';

export const clinicEn = {
  title: 'Five looks, each costs one',
  paid: (paid: string, of: string) => `${paid} of ${of} looks paid.`,
  patient: 'patient',
  patients: (n: string) => `patient, try ${n}`,
  looks: {
    histograms: 'histograms',
    gradients: 'gradients',
    similarity: 'similarity',
    units: 'count of units',
    race: 'loss',
  },
} as const;

export type ClinicWords = Shape<typeof clinicEn>;
