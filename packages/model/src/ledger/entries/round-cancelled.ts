import { Id } from '../../fields.ts';
import { defineEntry } from '../entry.ts';

/** A blind round was given up: what was rated in it is destroyed, and nobody has seen it. */
export const roundCancelledEntry = defineEntry('round-cancelled', { round: Id });
