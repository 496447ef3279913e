/**
 * The classes of stakeholder salience: which of power, legitimacy and urgency somebody has.
 * Source: Mitchell, Agle & Wood, "Toward a theory of stakeholder identification and salience" (1997).
 */
export const salienceClasses = [
  'definitive',
  'dominant',
  'dangerous',
  'dependent',
  'dormant',
  'discretionary',
  'demanding',
  'none',
] as const;
export type SalienceClass = (typeof salienceClasses)[number];

/** Levels 0 to 4 as one assessor gave them; null: not known, or not assessed. */
export interface Attributes {
  /** Of one kind of power, which must be named wherever the class is shown (P1). */
  readonly power: number | null;
  readonly legitimacy: number | null;
  readonly urgency: number | null;
}

/** The level from which on somebody has an attribute; Mitchell, Agle and Wood only ask whether. */
const has = 3;

/** The class by one assessor's readings; null where one of the three is not known (P2). */
export function salienceOf({ power, legitimacy, urgency }: Attributes): SalienceClass | null {
  if (power === null || legitimacy === null || urgency === null) return null;
  const key = `${power >= has ? 'p' : ''}${legitimacy >= has ? 'l' : ''}${urgency >= has ? 'u' : ''}`;
  return classes[key] ?? 'none';
}

const classes: Readonly<Record<string, SalienceClass>> = {
  plu: 'definitive',
  pl: 'dominant',
  pu: 'dangerous',
  lu: 'dependent',
  p: 'dormant',
  l: 'discretionary',
  u: 'demanding',
};
