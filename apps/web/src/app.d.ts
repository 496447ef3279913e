import type { Refusal } from '@parley/contracts';

declare global {
  namespace App {
    interface Error {
      /** Why the server would not, where it said so; the page has a sentence for each. */
      refusal?: Refusal;
    }
  }
}
