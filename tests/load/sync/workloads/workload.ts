import type { Entry } from '../entry.ts';
import type { ServerName } from '../servers/server-process.ts';

/** How a workload is run. */
interface Terms {
  /** Seconds instead of tens of seconds, and fewer of everything: shows that it works, not how well. */
  readonly short: boolean;
  /** Where processor profiles of the servers go; none when it is left out. */
  readonly profileIn?: string | undefined;
}

export interface Workload {
  readonly name: string;
  /** What happens in it, for the table. */
  readonly title: string;
  readonly servers: readonly ServerName[];
  /** Starts a server of its own, measures it and stops it. */
  readonly measure: (server: ServerName, terms: Terms) => Promise<Entry>;
}
