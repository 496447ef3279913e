import type { SpaceSummary } from '@parley/contracts';
import Lock from '@lucide/svelte/icons/lock';
import Users from '@lucide/svelte/icons/users';
import type { Icon } from '#lib/ui/icon.ts';

/** A plenary is for everybody in the process; the others are closed rooms. */
export const spaceIcon = (kind: SpaceSummary['kind']): Icon => (kind === 'plenary' ? Users : Lock);
