/** What keeps somebody from coming; `other` is said in the reason. */
export const barriers = [
  'visa',
  'travel',
  'security',
  'funding',
  'care',
  'work',
  'timing',
  'late-invitation',
  'language',
  'access',
  'health',
  'not-authorised',
  'pressure',
  'recognition',
  'mistrust',
  'other',
] as const;
export type Barrier = (typeof barriers)[number];
