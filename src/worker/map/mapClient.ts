/** The page's side of the map's threads. */
import type { TaskEnd } from '../tasks/taskProtocol.ts';
import { createTaskThread } from '../tasks/taskThread.ts';
import type { TaskThread, TaskThreadOptions } from '../tasks/taskThread.ts';
import { newMapWorker } from './newMapWorker.ts';
import type { MapPart, MapTask } from './mapProtocol.ts';

export type MapMessage = MapPart | TaskEnd;
export type MapThread = TaskThread<MapTask>;

export const createMapThread = (
  events: Pick<TaskThreadOptions<MapPart>, 'onMessage' | 'onRestart'>,
): MapThread => createTaskThread({ newWorker: newMapWorker, ...events });

export type { MapTask, NetLook } from './mapProtocol.ts';
