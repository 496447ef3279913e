import type { BoardSeed } from '../board/seed.ts';
import type { RecordName } from '../records/index.ts';

/** Records of one type as an example lists them: with ids of its own choice, in their order. */
export type Seeded<N extends RecordName> = NonNullable<BoardSeed[N]>;
