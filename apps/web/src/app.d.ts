import type { Refusal } from '@parley/contracts';

declare global {
  namespace App {
    interface PageData {
      /** On a shared device: minutes without use after which the session ends. */
      idleMinutes?: number | null;
    }
    interface Error {
      /** Why the server would not, where it said so; the page has a sentence for each. */
      refusal?: Refusal;
    }
  }

  interface Window {
    /** Trusted Types, which TypeScript does not know yet; absent in browsers that do not either. */
    readonly trustedTypes?: {
      createPolicy(
        name: 'parley-worker',
        rules: { createScriptURL(address: string): string },
      ): {
        /** A TrustedScriptURL, which a browser takes wherever it takes the address of a script. */
        createScriptURL(address: string): URL;
      };
    };
  }
}
