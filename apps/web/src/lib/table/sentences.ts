import { m } from '#lib/paraglide/messages.js';
import type { InputProblem } from './cell-value.ts';

/** Why a text cannot stand in a cell, and what can. */
export function inputSentence(problem: InputProblem): string {
  switch (problem.reason) {
    case 'fixed':
      return m.table_problem_fixed();
    case 'too-long':
      return m.table_problem_too_long({ most: problem.most });
    case 'no-number':
      return m.table_problem_no_number();
    case 'no-option':
      return m.table_problem_no_option({
        options: problem.options.map(({ label }) => label).join(', '),
      });
  }
}
