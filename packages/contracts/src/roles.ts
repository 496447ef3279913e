/** Who somebody is in a process (architecture.md, "Roles"). */
export const roles = ['lead', 'facilitator', 'participant', 'observer'] as const;
export type Role = (typeof roles)[number];

/** What somebody may do in one space; each includes those after it. */
export const capabilities = ['edit', 'contribute', 'read'] as const;
export type Capability = (typeof capabilities)[number];

/** What can be asked of a space. */
export const acts = ['open', 'contribute', 'edit', 'rename', 'invite'] as const;
export type Act = (typeof acts)[number];

/**
 * The table of who may do what, once. A row names the least capability for an act, and the roles that
 * it is kept to where the capability alone does not decide.
 */
export const rights: Readonly<Record<Act, { least: Capability; roles?: readonly Role[] }>> = {
  open: { least: 'read' },
  contribute: { least: 'contribute' },
  edit: { least: 'edit' },
  rename: { least: 'edit', roles: ['lead', 'facilitator'] },
  invite: { least: 'edit', roles: ['lead', 'facilitator'] },
};

/** Whether somebody with this role and capability in a space may do this there. */
export function may(act: Act, role: Role, capability: Capability): boolean {
  const right = rights[act];
  if (capabilities.indexOf(capability) > capabilities.indexOf(right.least)) return false;
  return right.roles === undefined || right.roles.includes(role);
}

/** The capability that a role has in a space unless the one who invites says otherwise. */
export const usualCapability: Readonly<Record<Role, Capability>> = {
  lead: 'edit',
  facilitator: 'edit',
  participant: 'contribute',
  observer: 'read',
};
