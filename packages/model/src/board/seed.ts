import type * as Y from 'yjs';
import { keysBetween } from '../order-key.ts';
import {
  boardRecordTypes,
  recordNames,
  settingsId,
  type RecordName,
  type RecordOf,
} from '../records/index.ts';
import { checkRecord, encodeRecord, type Plain } from './codec.ts';
import { rootOf, typeOf } from './roots.ts';

/** Records with ids of the seed's own choice; order follows from the list. */
export type BoardSeed = {
  readonly [N in RecordName]?: readonly (Partial<Omit<RecordOf<N>, 'id' | 'order'>> & {
    readonly id: string;
  })[];
};

/**
 * Fills a new board document: on the server, once, in one transaction, for two clients that both seed
 * would make duplicates. The settings record is made when the seed has none.
 * @throws Error when the document holds a record already, or a record of the seed is not valid
 */
export function seedBoard(doc: Y.Doc, seed: BoardSeed) {
  if (recordNames.some((name) => rootOf(doc, name).size > 0))
    throw new Error('The board is not empty');
  const complete: BoardSeed = { ...seed, settings: seed.settings ?? [{ id: settingsId }] };
  doc.transact(() => {
    for (const name of recordNames) seedRecords(doc, name, complete[name] ?? []);
  }, 'seed');
}

function seedRecords(
  doc: Y.Doc,
  name: RecordName,
  records: readonly ({ readonly id: string } & Plain)[],
) {
  const type = boardRecordTypes[name];
  const keys = type.ordered ? keysBetween(null, null, records.length) : [];
  records.forEach(({ id, ...values }, index) => {
    const checked = checkRecord(typeOf(name), {
      ...type.defaults(),
      ...values,
      ...(type.ordered ? { order: keys[index] } : {}),
    });
    if (!checked.ok) {
      const [problem] = checked.problems;
      throw new Error(`Seed ${name} ${id}: ${problem?.field ?? ''} is ${problem?.reason ?? ''}`);
    }
    rootOf(doc, name).set(id, encodeRecord(typeOf(name), checked.value));
  });
}
