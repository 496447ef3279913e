import { randomUUID } from 'node:crypto';
import { boardDocumentId, ledgerDocumentId } from '@parley/contracts';
import { processType, seedBoard } from '@parley/model';
import { seedLedger } from '@parley/model/ledger';
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
 * Makes a process with its team space, led by the one who makes it. Board and ledger are
 * filled first: a process that somebody can see always has them, and a stop in between leaves only
 * documents that nothing refers to.
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
  if (seed.ledger.length > 0) {
    await transact(ledgerDocumentId(spaceId), (doc) => seedLedger(doc, seed.ledger));
  }
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
