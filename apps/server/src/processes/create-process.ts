import { randomUUID } from 'node:crypto';
import { boardDocumentId } from '@parley/contracts';
import { processType, seedBoard } from '@parley/model';
import type { Registry } from '@parley/storage';
import * as v from 'valibot';
import type * as Y from 'yjs';
import type { ProcessSeed } from './seeds.ts';

export interface ProcessParts {
  readonly registry: Registry;
  /** Changes a document on the server; resolves when the change is durable. */
  readonly transact: (documentId: string, change: (doc: Y.Doc) => void) => Promise<void>;
  readonly clock: () => number;
}

/**
 * Makes a process with its team space, led by the one who makes it. The board is filled first: a
 * process that somebody can see always has its board, and a stop in between leaves only a document
 * that nothing refers to.
 * @returns the process's id
 * @throws when the seed is no valid process: requests are validated before they come here
 */
export async function createProcess(
  { registry, transact, clock }: ProcessParts,
  personId: string,
  seed: ProcessSeed,
): Promise<string> {
  const { title, summary } = v.parse(processType.schema, seed);
  const createdAt = clock();
  const [processId, spaceId] = [randomUUID(), randomUUID()];
  await transact(boardDocumentId(spaceId), (doc) => seedBoard(doc, seed.board));
  await registry.createProcess(
    { id: processId, title, summary, example: seed.example, createdAt },
    [
      {
        ...{ id: spaceId, processId, kind: 'team', title: seed.spaceTitle },
        ...{ attribution: 'named', createdAt },
      },
    ],
    [{ spaceId, personId, role: 'lead', capability: 'edit', addedAt: createdAt }],
  );
  return processId;
}
