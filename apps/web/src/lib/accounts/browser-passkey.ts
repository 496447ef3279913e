import type { PasskeyResponse } from '@parley/contracts';
import type * as v from 'valibot';

/** What the browser answered, or why it did not. */
export type FromBrowser =
  | { ok: true; response: v.InferInput<typeof PasskeyResponse> }
  | { ok: false; why: 'cancelled' | 'unsupported' };

/**
 * Asks the browser to make a passkey, or to use one; it asks its owner.
 * @param options the server's question, in the JSON form of WebAuthn
 */
export async function askBrowser(act: 'make' | 'use', options: object): Promise<FromBrowser> {
  // Loaded when it is wanted: most visits use none.
  const { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } =
    await import('@simplewebauthn/browser');
  if (!browserSupportsWebAuthn()) return { ok: false, why: 'unsupported' };
  try {
    const response =
      act === 'make'
        ? await startRegistration({ optionsJSON: options as never }) // as the server's library made it
        : await startAuthentication({ optionsJSON: options as never });
    return { ok: true, response: plain(response) };
  } catch (fault) {
    // The browser tells pages no more than that it did not happen.
    const forbidden = fault instanceof WebAuthnError && fault.code.includes('INVALID_');
    return { ok: false, why: forbidden ? 'unsupported' : 'cancelled' };
  }
}

/** The fields that the server reads; browsers of different ages give more or fewer. */
const plain = (given: {
  id: string;
  rawId: string;
  response: object;
  clientExtensionResults: object;
}): v.InferInput<typeof PasskeyResponse> => ({
  id: given.id,
  rawId: given.rawId,
  type: 'public-key',
  response: { ...given.response },
  clientExtensionResults: { ...given.clientExtensionResults },
});
