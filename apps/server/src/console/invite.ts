import {
  commandLine,
  CreateInvitationRequest,
  may,
  outranks,
  usualCapability,
  roles,
  capabilities,
} from '@parley/contracts';
import type { Registry } from '@parley/storage';
import * as v from 'valibot';
import { createInvitation, membershipOf } from '../access/index.ts';
import { command } from './command.ts';
import { ConsoleProblem } from './console-problem.ts';
import { findSpace } from './find.ts';

const WholeNumber = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

export const invite = command({
  name: 'invite',
  summary: 'Prints a link by which people join a space',
  details:
    'The link is made in the name of the highest host of the space, and works for as long as they may\n' +
    'invite there. It is printed once: only a hash of it is kept.',
  parameters: { space: { meaning: 'its id, the beginning of its id, or its title' } },
  options: {
    role: {
      value: 'role',
      required: true,
      meaning: roles.join(', '),
      rule: `one of ${roles.join(', ')}`,
    },
    capability: {
      value: 'capability',
      meaning: `${capabilities.join(', ')}; what is usual for the role when left out`,
      rule: `one of ${capabilities.join(', ')}`,
    },
    uses: {
      value: 'number',
      meaning: 'how many people may join with it; 1 when left out',
      rule: 'a whole number from 1 to 500',
    },
    hours: {
      value: 'number',
      meaning: 'how long it works; 72 hours when left out',
      rule: 'a whole number of hours from 1 to 720',
    },
    waits: { meaning: 'who comes by it waits until a host lets them in' },
  },
  input: v.object({
    space: v.string(),
    waits: v.optional(v.boolean(), false),
    role: CreateInvitationRequest.entries.role,
    capability: v.optional(CreateInvitationRequest.entries.capability),
    uses: v.optional(v.pipe(WholeNumber, CreateInvitationRequest.entries.uses), '1'),
    hours: v.optional(v.pipe(WholeNumber, CreateInvitationRequest.entries.hours), '72'),
  }),
  run: async (
    { space: typed, role, capability, uses, hours, waits },
    { open, origin, terminal, clock },
  ) => {
    const { registry, audit } = await open();
    const space = await findSpace(registry, typed);
    const host = await hostOf(registry, space.id);
    const { invitation, secret } = await createInvitation(registry, {
      ...{ role, uses, hours, waits, capability: capability ?? usualCapability[role] },
      ...{ spaceId: space.id, invitedBy: host.id, now: clock() },
    });
    await audit.record({
      chain: { space: space.id },
      by: commandLine,
      act: 'invitation-made',
      subject: invitation.id,
    });
    terminal.say(`${origin}/join#${secret}`);
  },
});

/** Whose invitation it is: the highest of those who may invite there, the oldest of these. */
async function hostOf(registry: Registry, spaceId: string): Promise<{ id: string }> {
  const hosts = (await registry.membersOf(spaceId))
    .map((member) => ({ id: member.personId, ...membershipOf(member) }))
    .filter(({ role, capability }) => may('invite', role, capability));
  const [first, ...others] = hosts;
  if (first === undefined) {
    throw new ConsoleProblem('Nobody in this space may invite any more, so no link would work.');
  }
  return others.reduce((best, host) => (outranks(host.role, best.role) ? host : best), first);
}
