/** The Persian words of the clinic's measurements ("looks"). */
import type { ClinicWords } from './en.ts';

export const clinicFa: ClinicWords = {
  title: 'پنج معاینه، هر کدام یک سکه',
  paid: (paid, of) => `${paid} معاینه از ${of} تا انجام شده است.`,
  patient: 'بیمار',
  patients: (n) => `بیمار، آزمایش ${n}`,
  looks: {
    histograms: 'هیستوگرام‌ها',
    gradients: 'گرادیان‌ها',
    similarity: 'شباهت',
    units: 'شمارش نورون‌ها',
    race: 'زیان',
  },
};
