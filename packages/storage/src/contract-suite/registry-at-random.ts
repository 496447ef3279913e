import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StorageError } from '../contract.ts';
import type { Registry } from '../contract.ts';
import type { ContractPart } from './opened-storage.ts';
import { PlainRegistry } from './plain-registry.ts';
import { invitation, lead, membership, noon, person, process, session, space } from './rows.ts';

const spaces = ['s', 't'] as const;
const who = fc.constantFrom('p', 'q', 'r');
const where = fc.constantFrom(...spaces);
const at = fc.integer({ min: noon, max: noon + 9 });
const capability = fc.constantFrom('edit', 'contribute', 'read');
const act = <Name extends string>(name: Name) => fc.constant(name);
/** Which of the invitations made so far. */
const which = fc.nat();

const invite = fc.record({ act: act('invite'), where, uses: fc.nat(2), expiresAt: at });
const redeem = fc.record({ act: act('redeem'), which, who, color: fc.nat(7), at, capability });
const revoke = fc.record({ act: act('revoke'), which, at });
const put = fc.record({ act: act('put'), who, where, at, capability });
const step = fc.oneof(
  { weight: 2, arbitrary: invite },
  { weight: 5, arbitrary: redeem },
  { weight: 1, arbitrary: revoke },
  { weight: 2, arbitrary: put },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

export const registryAtRandom: ContractPart = (opened) => {
  describe('the registry under random use', () => {
    it('admits and refuses as a plain list of invitations and members would', async () => {
      const { registry } = opened().storage;
      await registry.putPerson(lead);
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
          runs += 1;
          const prefix = `run ${runs}: `;
          const plain = new PlainRegistry();
          await registry.createProcess(
            { ...process, id: prefix },
            spaces.map((id) => space({ id: prefix + id, processId: prefix })),
            [],
          );
          for (const [index, next] of steps.entries()) {
            await take(next, registry, plain, prefix, `${prefix}step ${index}`);
          }
          await expectSame(registry, plain, prefix);
        }),
        { numRuns: 60 },
      );
    });
  });
};

/** Takes a step in both registries and expects the same answer. */
async function take(
  next: Step,
  registry: Registry,
  plain: PlainRegistry,
  prefix: string,
  name: string,
): Promise<void> {
  switch (next.act) {
    case 'invite': {
      const { uses: usesLeft, expiresAt } = next;
      const made = invitation({ id: name, spaceId: prefix + next.where, usesLeft, expiresAt });
      plain.invitations.push(made);
      return registry.createInvitation(made);
    }
    case 'redeem': {
      const link = plain.pick(next.which);
      if (link === undefined) return;
      const guest = person({ id: prefix + next.who, color: next.color });
      const { capability, at: addedAt } = next;
      const place = membership(link.spaceId, guest.id, { capability, addedAt });
      const begun = session(guest.id, { secretHash: name });
      const admitted = plain.redeem(link, next.at, guest, place);
      expect(await registry.redeemInvitation(link.id, next.at, guest, place, begun)).toBe(admitted);
      expect(await registry.guestSession(name)).toEqual(admitted ? begun : null);
      return;
    }
    case 'revoke': {
      const link = plain.pick(next.which);
      if (link === undefined) return;
      const revoked = plain.revoke(link, next.at);
      expect(await registry.revokeInvitation(link.id, next.at)).toBe(revoked);
      return;
    }
    case 'put': {
      const { capability, at: addedAt } = next;
      const place = membership(prefix + next.where, prefix + next.who, { capability, addedAt });
      const stored = registry.putMembership(place);
      return plain.put(place) ? stored : expect(stored).rejects.toThrow(StorageError);
    }
  }
}

async function expectSame(registry: Registry, plain: PlainRegistry, prefix: string): Promise<void> {
  for (const link of plain.invitations) {
    expect(await registry.invitationBySecret(link.secretHash)).toEqual(link);
  }
  for (const id of spaces) {
    const expected = plain.membersOf(prefix + id);
    const members = await registry.membersOf(prefix + id);
    expect(members).toHaveLength(expected.length);
    expect(members).toEqual(expect.arrayContaining(expected));
  }
}
