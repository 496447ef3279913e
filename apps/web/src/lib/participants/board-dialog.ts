/** What is opened over the board of participants, one at a time. */
export type BoardDialog = 'fields' | 'pseudonyms' | 'seats' | 'outside' | 'export';
