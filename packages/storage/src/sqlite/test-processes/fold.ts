import { fold, update } from '../../contract-suite/numbers.ts';
import { openSqliteStorage } from '../open.ts';

/*
 * A process of its own for tests: appends `count` numbers from `first` on to a document, each with a
 * client id of its own for `owner`, and folds the log after every fifth. Prints how often that worked.
 */
const [directory = '', documentId = '', owner = '', first = '', count = ''] = process.argv.slice(2);
const storage = await openSqliteStorage({ directory });
const { documents } = storage;
let folds = 0;
for (let done = 0; done < Number(count); done += 1) {
  const number = Number(first) + done;
  await documents.append(documentId, update(number), [{ clientId: number, ownerId: owner }]);
  if (done % 5 === 4 && (await fold(documents, documentId))) folds += 1;
}
process.stdout.write(String(folds));
await storage.close();
