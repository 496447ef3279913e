import type { ExampleName } from '@parley/contracts';
import type { BoardSeed, Process } from '@parley/model';
import { lakeMeridia, lakeMeridiaLedger, yemenNdc2012 } from '@parley/model/examples';
import type { SeededEntry } from '@parley/model/ledger';

/** What a new process starts with. */
export interface ProcessSeed extends Readonly<Process> {
  /** `none`, or the example's name. */
  readonly example: 'none' | ExampleName;
  readonly spaceTitle: string;
  readonly board: BoardSeed;
  readonly ledger: readonly SeededEntry[];
}

const spaceTitle = 'Team';

export const emptyProcess = (title: string): ProcessSeed => ({
  title,
  summary: '',
  example: 'none',
  spaceTitle,
  board: {},
  ledger: [],
});

const examples: Readonly<Record<ExampleName, Omit<ProcessSeed, 'example' | 'spaceTitle'>>> = {
  'lake-meridia': {
    title: 'Lake Meridia water dialogue',
    summary:
      'An invented basin at noon of its first day: map, list, agenda, and what is on record so far.',
    board: lakeMeridia,
    ledger: lakeMeridiaLedger,
  },
  'yemen-ndc-2012': {
    title: 'Yemen National Dialogue Conference, 2012',
    summary:
      'The published allocation of 565 seats, with the shares that were aimed at and reported.',
    board: yemenNdc2012,
    ledger: [],
  },
};

/** A process that shows what Parley does: as it was made, for its new owner to change at will. */
export const exampleProcess = (example: ExampleName): ProcessSeed => ({
  ...examples[example],
  example,
  spaceTitle,
});
