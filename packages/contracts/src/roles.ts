/** Who somebody is in a process (architecture.md, "Roles"), the highest first. */
export const roles = ['lead', 'facilitator', 'participant', 'observer'] as const;
export type Role = (typeof roles)[number];

/** What somebody may do in one space; each includes those after it. */
export const capabilities = ['edit', 'contribute', 'read'] as const;
export type Capability = (typeof capabilities)[number];

/** The capability that a role has in a space unless the one who invites says otherwise. */
export const usualCapability: Readonly<Record<Role, Capability>> = {
  lead: 'edit',
  facilitator: 'edit',
  participant: 'contribute',
  observer: 'read',
};

/** Nobody gives away a role above their own, nor changes who has one. */
export const outranks = (role: Role, other: Role): boolean =>
  roles.indexOf(role) < roles.indexOf(other);
