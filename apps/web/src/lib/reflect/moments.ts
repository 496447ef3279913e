/** When a question is asked. A further one takes its words in `reflection-words.ts`, and one call of `at`. */
export type Moment =
  /** A kind of power was read for the first time. */
  | 'power-read'
  /** A reading rests on an inference. */
  | 'inferred'
  /** An actor was read as having as much of a kind of power as there is. */
  | 'strongest'
  /** Somebody joined the team. */
  | 'member'
  /** Somebody pays. */
  | 'payer'
  /** It was said whom a convener reaches. */
  | 'access'
  /** Somebody is about to be left out. */
  | 'excluding'
  /** A decision was recorded. */
  | 'costly'
  /** Something is planned for some parties and not for others. */
  | 'differential'
  /** A party took something up, and it is not on record that it was asked. */
  | 'unasked'
  /** A contact was put on record. */
  | 'contact';
