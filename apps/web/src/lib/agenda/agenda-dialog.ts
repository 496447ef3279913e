/** What is opened over the agenda, one at a time. */
export type AgendaDialog = 'rooms' | 'kept' | 'rules' | 'files' | 'templates' | 'columns';
