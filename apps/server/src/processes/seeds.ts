import type { ExampleName } from '@parley/contracts';
import type { BoardSeed } from '@parley/model';

/** What a new process starts with. */
export interface ProcessSeed {
  readonly title: string;
  readonly summary: string;
  /** `none`, or the example's name. */
  readonly example: 'none' | ExampleName;
  readonly spaceTitle: string;
  readonly board: BoardSeed;
}

const spaceTitle = 'Team';

export const emptyProcess = (title: string): ProcessSeed => ({
  title,
  summary: '',
  example: 'none',
  spaceTitle,
  board: {},
});

export const exampleProcess = (example: ExampleName): ProcessSeed => ({
  title: example,
  summary: '',
  example,
  spaceTitle,
  board: {},
});
