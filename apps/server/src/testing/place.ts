import { capabilities, roles, type Capability, type Role } from '@parley/contracts';
import {
  joinAsGuest,
  makeProcess,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from './test-parley.ts';
import type { Visitor } from './visitor.ts';

/** A member of a place. */
export interface Insider {
  readonly role: Role;
  readonly capability: Capability;
  readonly visitor: Visitor;
}

/** A process with one space, and the one who made both. */
export interface Place {
  readonly parley: TestParley;
  readonly founder: Visitor;
  readonly processId: string;
  readonly spaceId: string;
  /** Somebody new in the space. */
  join(role: Role, capability: Capability): Promise<Insider>;
}

/** A place with a member of every role and capability, and people who have no place in it. */
export interface House extends Place {
  readonly insiders: readonly Insider[];
  /** Signed in, and a member somewhere else. */
  readonly stranger: Visitor;
  /** Not signed in. */
  readonly nobody: Visitor;
}

/** Every role with every capability: what invitations can give. */
const standings: readonly Pick<Insider, 'role' | 'capability'>[] = roles.flatMap((role) =>
  capabilities.map((capability) => ({ role, capability })),
);

/** Makes a further process for somebody who has an account. */
export async function openPlace(parley: TestParley, founder: Visitor): Promise<Place> {
  const process = await makeProcess(founder, 'River talks');
  const spaceId = teamOf(process);
  return {
    ...{ parley, founder, spaceId, processId: process.id },
    join: async (role, capability) => {
      const name = `${role} who may ${capability}`;
      const visitor = await joinAsGuest(parley, founder, spaceId, name, { role, capability });
      return { role, capability, visitor };
    },
  };
}

/** Opens a Parley of its own; `house.parley.end()` ends it. */
export async function openHouse(): Promise<House> {
  const parley = await openParley();
  const founder = await setUpLead(parley);
  const place = await openPlace(parley, founder);
  const insiders: Insider[] = [];
  for (const { role, capability } of standings) insiders.push(await place.join(role, capability));
  const elsewhere = await openPlace(parley, founder);
  const stranger = (await elsewhere.join('lead', 'edit')).visitor;
  return { ...place, insiders, stranger, nobody: parley.visitor() };
}
