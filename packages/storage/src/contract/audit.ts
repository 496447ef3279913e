/** What was done, by whom, in which chain. Ids only: nothing here is ever content. */
export interface AuditAct {
  /** The chain that it belongs to: a space, a process, or the server. Chains know nothing of each other. */
  readonly chain: string;
  readonly at: number;
  /** Who did it. */
  readonly personId: string;
  readonly act: string;
  /** Whom or what it was done to; '' where the act says it all. */
  readonly subject: string;
}

/** An act as it stands in its chain. */
export interface AuditRow extends AuditAct {
  /** 1 for the first of the chain, then one more each time. */
  readonly number: number;
  /** `auditHash` over this row and the hash of the one before it. */
  readonly hash: string;
}

/** When somebody did the same thing in a chain, first and last. */
export interface AuditSpan {
  readonly personId: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly times: number;
}

/** The audit trail: append-only, each entry bound by its hash to the one before it in its chain. */
export interface AuditTrail {
  /** Adds an entry at the end of its chain, and tells what became of it. */
  appendAudit(act: AuditAct): Promise<AuditRow>;
  /**
   * The same, unless this person did this act to this subject in this chain at `since` or later:
   * then it resolves to null and nothing is added. Of two that come at once, one is added.
   */
  appendAuditOnce(act: AuditAct, since: number): Promise<AuditRow | null>;
  /** Up to `limit` entries after number `after`, the oldest first. */
  auditAfter(chain: string, after: number, limit: number): Promise<readonly AuditRow[]>;
  /**
   * Up to `limit` entries before number `before`, the newest first.
   *
   * @param acts only entries of these acts; null for all
   */
  auditBefore(
    chain: string,
    before: number,
    limit: number,
    acts: readonly string[] | null,
  ): Promise<readonly AuditRow[]>;
  /** The last entry of a chain; null while it has none. */
  auditHead(chain: string): Promise<AuditRow | null>;
  /** Who did `act` in a chain, whoever did it last first. */
  auditSpans(chain: string, act: string): Promise<readonly AuditSpan[]>;
  /** Every chain that has an entry, in the order of their names. */
  auditChains(): Promise<readonly string[]>;
}
