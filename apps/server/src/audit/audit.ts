import type { AuditAct, AuditChain } from '@parley/contracts';
import type { Registry } from '@parley/storage';

/** What was done, by whom and to what. Ids and the act's word only: never a name, never content. */
interface AuditEntry {
  readonly chain: AuditChain;
  /** A person's id, or `commandLine` or `somebody` of contracts. */
  readonly by: string;
  readonly act: AuditAct;
  /** The id of whom or what it was done to. */
  readonly subject?: string;
}

/** The audit trail, for whoever does what it tells of. */
export interface Audit {
  /**
   * Resolves when the entry is durable. Await it before answering, so that nothing is done without a
   * trace.
   * @throws StorageError when the entry could not be stored
   */
  record(entry: AuditEntry): Promise<void>;
}

/**
 * Keeps the trail in storage. An act belongs to the chain of the narrowest place that it is about: all
 * that concerns one space into that space's, so that the numbers and the timing of one caucus tell
 * nothing to another.
 *
 * @param clock milliseconds since 1970 (UTC)
 */
export function openAudit(registry: Registry, clock: () => number): Audit {
  return {
    async record({ chain, by, act, subject = '' }) {
      await registry.appendAudit({
        chain: chainName(chain),
        at: clock(),
        personId: by,
        act,
        subject,
      });
    },
  };
}

/** The name of a chain in storage. */
export function chainName(chain: AuditChain): string {
  if (chain === 'server') return chain;
  return 'space' in chain ? `space:${chain.space}` : `process:${chain.process}`;
}
