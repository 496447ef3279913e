/**
 * The rooms that a live socket can be in. `sees` holds those who may know who is in a space: its
 * members, whichever of their spaces they have open.
 */
export const rooms = {
  space: (id: string) => `space:${id}`,
  process: (id: string) => `process:${id}`,
  person: (id: string) => `person:${id}`,
  session: (key: string) => `session:${key}`,
  sees: (spaceId: string) => `sees:${spaceId}`,
};

/** Whether a room depends on the space that a page has open, and is left with it. */
export const isOfPlace = (room: string): boolean => /^(?:space|process|sees):/.test(room);
