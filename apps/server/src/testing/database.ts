import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Does to a Parley's database what somebody with access to its file can do, beside the server. */
export function inDatabase<Found>(
  directory: string,
  act: (database: DatabaseSync) => Found,
): Found {
  const database = new DatabaseSync(join(directory, 'parley.db'));
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    return act(database);
  } finally {
    database.close();
  }
}
