/** The open weight file. A separate store, so that it is fetched with its page. */
import { create } from 'zustand';
import type { ActivationId } from '../../engine/types.ts';
import type { ChainComparison } from '../../weightsFile/chain/compareChain.ts';
import type { MadeId } from '../../weightsFile/cabinet/samples.ts';
import type { Examined, Finding } from '../../weightsFile/findings/finding.ts';
import type { AxisOrder } from '../../weightsFile/measure/layout.ts';
import type {
  Cancel,
  OpenedFile,
  RestartFormat,
  WeightsSource,
} from '../../worker/weights/weightsClient.ts';
import { askWeights } from './askWeights.ts';
import type { FileProblem } from './askWeights.ts';

export type FileStatus = 'reading' | 'done' | 'failed' | 'cancelled';

/** One file, as far as it has been examined. */
export interface OpenFile {
  readonly source: WeightsSource;
  readonly order: AxisOrder | null;
  readonly status: FileStatus;
  readonly opened: OpenedFile | null;
  /** Bytes of tensors that have been read. */
  readonly bytes: number;
  readonly tensors: readonly Examined[];
  readonly findings: readonly Finding[];
  readonly problem: FileProblem | null;
}

/** The file's weights run beside other initializations. */
export interface ChainState {
  readonly act: ActivationId;
  /** `null` while it is computed. */
  readonly comparison: ChainComparison | null;
}

export interface WeightsState {
  readonly file: OpenFile | null;
  /** Name of the opened tensor. */
  readonly tensor: string | null;
  /** Whether the file is being written with new initial weights. */
  readonly writing: boolean;
  readonly chain: ChainState | null;
  /** Runs the open file's chain with this activation. */
  readonly runChain: (act: ActivationId) => void;
  readonly open: (source: WeightsSource, order?: AxisOrder | null) => void;
  readonly openMade: (id: MadeId) => void;
  /** Reads the open file again with this order of axes. */
  readonly setOrder: (order: AxisOrder) => void;
  readonly cancel: () => void;
  readonly close: () => void;
  readonly openTensor: (name: string | null) => void;
  /** The open file with weights drawn by He's rule; `null` if it could not be written. */
  readonly restart: (format: RestartFormat) => Promise<Blob | null>;
}

let stop: Cancel | null = null;
let stopChain: Cancel | null = null;

export const useWeights = create<WeightsState>()((set, get) => {
  const update = (change: Partial<OpenFile>): void =>
    set(({ file }) => (file === null ? {} : { file: { ...file, ...change } }));
  const end = (): void => {
    stop?.();
    stop = null;
    stopChain?.();
    stopChain = null;
  };
  const open: WeightsState['open'] = (source, order = null) => {
    end();
    set({
      tensor: null,
      chain: null,
      file: {
        source,
        order,
        status: 'reading',
        opened: null,
        bytes: 0,
        tensors: [],
        findings: [],
        problem: null,
      },
    });
    stop = askWeights({ source, order, task: { kind: 'look' } }, (message) => {
      switch (message.type) {
        case 'opened':
          // A thread that begins again sends everything again.
          return update({ opened: message.opened, tensors: [], bytes: 0 });
        case 'tensors': {
          const before = get().file?.tensors ?? [];
          return update({ tensors: [...before, ...message.examined], bytes: message.bytes });
        }
        case 'examined':
          return update({ status: 'done', tensors: message.tensors, findings: message.findings });
        case 'refused':
        case 'failed':
          return update({ status: 'failed', problem: message });
        case 'done':
        case 'written':
        case 'compared':
        case 'progress':
        case 'run':
        case 'spectra':
      }
    });
  };
  return {
    file: null,
    tensor: null,
    writing: false,
    chain: null,
    open,
    openMade: (id) => open({ kind: 'made', id }),
    setOrder(order) {
      const { file } = get();
      if (file !== null) open(file.source, order);
    },
    cancel() {
      end();
      update({ status: 'cancelled' });
    },
    close() {
      end();
      set({ file: null, tensor: null, chain: null });
    },
    runChain(act) {
      const { file } = get();
      if (file === null) return;
      const { source, order } = file;
      stopChain?.();
      set({ chain: { act, comparison: null } });
      update({ problem: null });
      stopChain = askWeights({ source, order, task: { kind: 'chain', act } }, (message) => {
        if (message.type === 'compared') set({ chain: { act, comparison: message.comparison } });
        if (message.type === 'refused' || message.type === 'failed') {
          set({ chain: null });
          update({ problem: message });
        }
      });
    },
    openTensor: (tensor) => set({ tensor }),
    restart(format) {
      const { file } = get();
      if (file === null) return Promise.resolve(null);
      const { source, order } = file;
      set({ writing: true });
      update({ problem: null });
      return new Promise((resolve) => {
        askWeights({ source, order, task: { kind: 'restart', format } }, (message) => {
          const isProblem = message.type === 'refused' || message.type === 'failed';
          if (!isProblem && message.type !== 'written') return;
          set({ writing: false });
          if (isProblem) update({ problem: message });
          resolve(isProblem ? null : message.file);
        });
      });
    },
  };
});

export { RESTART_FORMATS, sourceName } from '../../worker/weights/weightsClient.ts';
export type { RestartFormat, WeightsSource } from '../../worker/weights/weightsClient.ts';
