export { checklist, type Finding, type QuestionCode } from './checklist.ts';
export { fundamentals, type Fundamental, type Subject } from './question.ts';
export type { Sources } from './known.ts';
