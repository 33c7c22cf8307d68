/** Answers to the quiz before the lesson, kept on this device and apart from the lesson's own memory. */
import { create } from 'zustand';
import { readStored, writeStored } from '../state/device.ts';

const KEY = 'init-lab:before';

/** The chosen option by question. The stored text may be invalid, and then counts as empty. */
function stored(): Readonly<Record<string, string>> {
  let given: unknown = null;
  try {
    given = JSON.parse(readStored(KEY) ?? '{}');
  } catch {
    return {};
  }
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).flatMap(([question, option]: [string, unknown]) =>
      typeof option === 'string' ? [[question, option]] : [],
    ),
  );
}

export interface BeforeQuizState {
  readonly options: Readonly<Record<string, string>>;
  readonly choose: (question: string, option: string) => void;
}

export const useBeforeQuiz = create<BeforeQuizState>()((set) => ({
  options: stored(),
  choose: (question, option) =>
    set(({ options }) => {
      const next = { ...options, [question]: option };
      writeStored(KEY, JSON.stringify(next));
      return { options: next };
    }),
}));
