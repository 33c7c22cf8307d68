/**
 * The lesson's state: what is remembered, and what the reader has set on its instruments. A separate store, so that
 * it is fetched with the lesson instead of with the page.
 */
import { create } from 'zustand';
import type { Answer, LessonMemory, Memory } from './lessonMemory.ts';
import { rememberMemory, storedMemory } from './lessonMemory.ts';

export interface Dials {
  /** Inputs of NeuronPanel's neuron. */
  readonly inputs: number;
  /** Shape of the layer in GaugesPanel and DefaultsPanel. */
  readonly fanIn: number;
  readonly fanOut: number;
}

export interface LessonState extends LessonMemory {
  readonly dials: Dials;
  /** The lane that a word in the text highlights. */
  readonly pointed: number | null;
  /** Index of the open question of a quiz. */
  readonly question: number;
  readonly visit: (chapter: string, step: string) => void;
  readonly openQuestion: (question: number) => void;
  readonly predict: (key: string, answer: Answer) => void;
  readonly reveal: (key: string) => void;
  readonly conclude: (key: string, outcome: string | number) => void;
  /** Removes an answer, so that its question is asked again. */
  readonly forget: (key: string) => void;
  readonly setDials: (dials: Partial<Dials>) => void;
  readonly point: (lane: number | null) => void;
}

const FRESH: Memory = { answer: null, revealed: false, outcome: null };

export const useLesson = create<LessonState>()((set) => {
  const change = (key: string, next: Partial<Memory>): void =>
    set(({ memories }) => ({
      memories: { ...memories, [key]: { ...FRESH, ...memories[key], ...next } },
    }));
  return {
    ...storedMemory(),
    dials: { inputs: 1, fanIn: 400, fanOut: 100 },
    pointed: null,
    question: 0,
    openQuestion: (question) => set({ question, pointed: null }),
    visit: (chapter, step) =>
      set(({ seen }) => {
        const key = `${chapter}/${step}`;
        return {
          place: { chapter, step },
          pointed: null,
          ...(seen.includes(key) ? {} : { seen: [...seen, key] }),
        };
      }),
    predict: (key, answer) => change(key, { answer }),
    reveal: (key) => change(key, { revealed: true }),
    conclude: (key, outcome) => change(key, { outcome }),
    forget: (key) => set(({ memories: { [key]: _, ...rest } }) => ({ memories: rest })),
    setDials: (dials) => set((state) => ({ dials: { ...state.dials, ...dials } })),
    point: (pointed) => set({ pointed }),
  };
});

useLesson.subscribe((state, before) => {
  if (
    state.place !== before.place ||
    state.seen !== before.seen ||
    state.memories !== before.memories
  ) {
    rememberMemory(state);
  }
});
