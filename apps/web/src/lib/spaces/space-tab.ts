/** The parts of a space's dialog. */
export type SpaceTab = 'people' | 'waiting' | 'links' | 'settings';
