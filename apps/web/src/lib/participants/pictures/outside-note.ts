import { m } from '#lib/paraglide/messages.js';
import { count } from '../targets/target-words.ts';

/** What is withheld from people outside the team, in words. @param threshold people */
export const outsideNote = (threshold: number): string =>
  threshold > 1
    ? m.inclusion_outside_rule({ most: count(threshold - 1) })
    : m.inclusion_outside_all_shown();
