export { Board, type NewRecord, type Patch } from './board/board.ts';
export type { BoardChange, Unreadable } from './board/reader.ts';
export type { Problem, Result } from './board/result.ts';
export { boardRoots } from './board/roots.ts';
export { seedBoard, type BoardSeed } from './board/seed.ts';
export { newId } from './ids.ts';
export * from './indicators/index.ts';
export { byOrder } from './order-key.ts';
export * from './records/index.ts';
