import type { Person } from '@parley/contracts';
import type { PersonRow, Registry } from '@parley/storage';
import type { Account } from './accounts/index.ts';

/** How many colours of presence there are (contracts, `PresenceUser`). */
const colors = 8;

export const personOf = (row: PersonRow): Person => ({
  id: row.id,
  kind: row.kind,
  name: row.displayName,
  color: row.color,
});

/** The registry's mirror of an account, made when it is first needed. */
export async function mirrorOf(
  account: Account,
  registry: Registry,
  now: number,
): Promise<PersonRow> {
  const known = await registry.person(account.id);
  if (known) return known;
  const person: PersonRow = {
    id: account.id,
    kind: 'account',
    displayName: account.name,
    color: (await registry.countPersons()) % colors,
    language: '',
    createdAt: now,
  };
  await registry.putPerson(person);
  return person;
}

/** The colour that the fewest of these people have, the lowest of them first. */
export function freeColor(people: readonly Pick<PersonRow, 'color'>[]): number {
  const taken = Array.from({ length: colors }, () => 0);
  for (const { color } of people) taken[color % colors] = (taken[color % colors] ?? 0) + 1;
  return taken.indexOf(Math.min(...taken));
}
