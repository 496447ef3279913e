import type { ProcessSummary } from '@parley/contracts';
import { beforeEach } from 'vitest';
import { AmirasParley, begun, holdFor } from './amiras-parley.ts';
import type { Commander } from './commander.ts';
import type { OpenBoard } from './open-board.ts';
import { invite, joinAsGuest, makeProcess, teamOf, type InvitationWish } from './test-parley.ts';
import type { Visitor } from './visitor.ts';

/** What a link gives that is not for the usual participant, who may contribute. */
export const asFacilitator = { role: 'facilitator', capability: 'edit' } as const;
export const asObserver = { role: 'observer', capability: 'read' } as const;

/** Amira's Parley for all tests of a file, and for each test a new process of hers: River talks. */
export function riverTalks(environment: Record<string, string> = {}): RiverTalks {
  const here = new RiverTalks();
  holdFor(here, environment);
  beforeEach(() => here.makeProcess());
  return here;
}

/** What is asked for without naming a space happens in the team's. */
export class RiverTalks extends AmirasParley {
  #process: ProcessSummary | undefined;

  async makeProcess(): Promise<void> {
    this.#process = await makeProcess(this.lead, 'River talks');
  }

  get process(): ProcessSummary {
    return begun(this.#process);
  }

  get processId(): string {
    return this.process.id;
  }

  /** The team's. */
  get spaceId(): string {
    return teamOf(this.process);
  }

  /** The team space of one more process of Amira's. */
  async anotherSpace(title?: string): Promise<string> {
    return teamOf(await makeProcess(this.lead, title));
  }

  /** A link that Amira has made. */
  invite(wish?: InvitationWish): Promise<{ id: string; secret: string }> {
    return invite(this.lead, this.spaceId, wish);
  }

  /** A guest who has come by a link of Amira's. */
  join(name: string, wish?: InvitationWish, spaceId = this.spaceId): Promise<Visitor> {
    return joinAsGuest(this.parley, this.lead, spaceId, name, wish);
  }

  /** A guest of another process, who is nothing here. */
  async stranger(name = 'Stranger', wish?: InvitationWish): Promise<Visitor> {
    return this.join(name, wish, await this.anotherSpace());
  }

  override openBoard(visitor = this.lead, spaceId = this.spaceId): Promise<OpenBoard> {
    return super.openBoard(visitor, spaceId);
  }

  override openLedger(visitor = this.lead, spaceId = this.spaceId): Promise<OpenBoard> {
    return super.openLedger(visitor, spaceId);
  }

  override openCommander(visitor = this.lead): Promise<Commander> {
    return super.openCommander(visitor);
  }
}
