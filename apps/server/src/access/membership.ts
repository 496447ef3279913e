import { capabilities, roles, type Capability, type Role } from '@parley/contracts';
import * as v from 'valibot';

const Membership = v.object({ role: v.picklist(roles), capability: v.picklist(capabilities) });

/**
 * Role and capability of a stored row, in the words of contracts.
 * @throws when the row says something else: storage was changed by a newer Parley, or by hand
 */
export function membershipOf(row: { role: string; capability: string }): {
  role: Role;
  capability: Capability;
} {
  return v.parse(Membership, row);
}
