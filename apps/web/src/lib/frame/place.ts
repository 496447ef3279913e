/** What a page depends on to be told of a space's title, spaces and members again. */
export const placeOf = (spaceId: string): `parley:${string}` => `parley:place:${spaceId}`;
