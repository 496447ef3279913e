/** Zoom below which names are less than 5 pixels high: nobody reads them, and they cost the most. */
export const legible = 0.4;
/** How far a name may reach from the middle of its actor, in units of the map. */
export const nameReach = 140;
