import {
  type ExampleName,
  paths,
  ProcessAnswer,
  ProcessesAnswer,
  SpaceAnswer,
} from '@parley/contracts';
import { call, type CallOptions } from './call.ts';

/** The processes in which the person has at least one space. */
export const readProcesses = (fetch: CallOptions['fetch'] = globalThis.fetch) =>
  call(paths.processes, ProcessesAnswer, { fetch });

export const createProcess = (title: string) =>
  call(paths.processes, ProcessAnswer, { body: { title } });

/** Makes a process of one's own from an example. */
export const createExample = (example: ExampleName) =>
  call(paths.examples, ProcessAnswer, { body: { example } });

export const renameProcess = (processId: string, title: string) =>
  call(paths.process(processId), ProcessAnswer, { method: 'PATCH', body: { title } });

/** The space, its process with the spaces that the asker may open, and its members. */
export const readSpace = (spaceId: string, fetch: CallOptions['fetch'] = globalThis.fetch) =>
  call(paths.space(spaceId), SpaceAnswer, { fetch });
