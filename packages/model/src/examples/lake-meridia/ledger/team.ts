import type { Author } from '../../../ledger/index.ts';

/** The team that is said to have prepared the dialogue: as invented as everything else here. */
export const nadia = { person: 'example-nadia-halden', name: 'Nadia Halden' } satisfies Author;
export const tomas = { person: 'example-tomas-reyl', name: 'Tomás Reyl' } satisfies Author;
export const amira = { person: 'example-amira-kessan', name: 'Amira Kessan' } satisfies Author;
