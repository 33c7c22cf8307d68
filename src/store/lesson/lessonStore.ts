/**
 * The lesson's state: what is remembered, and what the reader has set on its instruments. A store of its
 * own, so that it is fetched with the lesson and not with the page.
 */
import { create } from 'zustand';
import { parseQuery } from '../../engine/lab/query.ts';
import type { Quantity } from '../../engine/types.ts';
import type { Answer, LessonMemory, Memory } from './lessonMemory.ts';
import { rememberMemory, storedMemory } from './lessonMemory.ts';
import { useStore } from '../store.ts';
import type { Stage } from '../../engine/lab/config.ts';

export interface Dials {
  /** Inputs of the one neuron. */
  readonly inputs: number;
  /** Shape of the one layer. */
  readonly fanIn: number;
  readonly fanOut: number;
}

export interface LessonState extends LessonMemory {
  readonly dials: Dials;
  /** The lane a word in the text points at. */
  readonly pointed: number | null;
  /** The step whose stage the store holds; results of any other are not its own. */
  readonly staged: string | null;
  /** Index of the open question of a quiz. */
  readonly question: number;
  readonly visit: (chapter: string, step: string) => void;
  readonly openQuestion: (question: number) => void;
  readonly predict: (key: string, answer: Answer) => void;
  readonly reveal: (key: string) => void;
  readonly conclude: (key: string, outcome: string | number) => void;
  /** Asks again. */
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
    staged: null,
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

/** What a step wants on the stage; `query` as in a link to the lab or to the races. */
interface Wanted {
  readonly kind: Stage;
  readonly query: string;
  readonly quantity: Quantity;
}

/** Puts a step's stage up. Numbers of the step before do not stay: they would answer its question. */
export function putOnStage(key: string, { kind, query, quantity }: Wanted): void {
  const { lab, train } = parseQuery(query, kind);
  const { lanes, setStage, setView, replaceLab, replaceTrain } = useStore.getState();
  const before = useStore.getState();
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  setView({ quantity, focus: null, opened: null });
  if (kind === 'race' && !same(train, before.train)) replaceTrain(train);
  setStage(kind);
  if (!same(lab, before.lab)) {
    // Still known to the runner, which cancels them; but nobody sees them any more.
    useStore.setState({
      lanes: lanes.map((lane) => ({
        ...lane,
        shown: null,
        fan: null,
        asked: lane.asked === null ? null : { ...lane.asked, key: '' },
      })),
    });
    replaceLab(lab, []);
  }
  useLesson.setState({ staged: key });
}
