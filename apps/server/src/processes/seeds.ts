import type { ExampleName } from '@parley/contracts';
import type { BoardSeed, Process } from '@parley/model';
import { lakeMeridia, yemenNdc2012 } from '@parley/model/examples';

/** What a new process starts with. */
export interface ProcessSeed extends Readonly<Process> {
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

const examples: Readonly<Record<ExampleName, Omit<ProcessSeed, 'example' | 'spaceTitle'>>> = {
  'lake-meridia': {
    title: 'Lake Meridia water dialogue',
    summary: 'An invented basin, two days before its first meeting: map, list and agenda in full.',
    board: lakeMeridia,
  },
  'yemen-ndc-2012': {
    title: 'Yemen National Dialogue Conference, 2012',
    summary:
      'The published allocation of 565 seats, with the shares that were aimed at and reported.',
    board: yemenNdc2012,
  },
};

/** A process that shows what Parley does: as it was made, for its new owner to change at will. */
export const exampleProcess = (example: ExampleName): ProcessSeed => ({
  ...examples[example],
  example,
  spaceTitle,
});
