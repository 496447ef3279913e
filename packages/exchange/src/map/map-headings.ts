/** What files call the columns of actors, besides the names of the fields; folded. */
export const actorHeadings = {
  id: ['identifier', 'node id', 'actor id'],
  name: ['label', 'actor', 'actor name', 'element', 'node', 'stakeholder', 'title', 'full name'],
  type: ['element type', 'actor type', 'category'],
  notes: ['description', 'note', 'comments', 'remarks'],
  pseudonym: ['alias', 'code name', 'shown as'],
  role: ['role in the conflict'],
  level: ['level of leadership', 'lederach level'],
  sector: ['sector of society'],
  interests: ['interest'],
  positions: ['position'],
  needs: ['need'],
  alternative: ['batna', 'alternative to talking', 'best alternative'],
  followers: ['following', 'constituency'],
  expression: ['expression of power'],
  within: ['part of', 'member of', 'belongs to', 'parent', 'organisation', 'organization'],
} as const;

/** What files call the columns of ties; folded. */
export const tieHeadings = {
  id: ['identifier', 'edge id', 'tie id'],
  from: ['from actor', 'from id', 'from element'],
  to: ['target', 'to actor', 'to id', 'to element'],
  type: ['connection type', 'tie type', 'relationship', 'relation'],
  direction: ['directed', 'directionality'],
  note: ['description', 'notes', 'comments'],
  strength: ['weight'],
  since: ['start', 'start date', 'begin', 'from date'],
  until: ['end', 'end date', 'to date'],
  source: ['evidence', 'reference'],
} as const;
