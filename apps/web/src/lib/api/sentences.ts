import { m } from '#lib/paraglide/messages.js';
import type { Reason } from './call.ts';

const sentences: Record<Reason, () => string> = {
  'no-session': m.refused_no_session,
  'not-found': m.refused_not_found,
  invalid: m.refused_invalid,
  'too-many-tries': m.refused_too_many_tries,
  'wrong-credentials': m.refused_wrong_credentials,
  'wrong-password': m.refused_wrong_password,
  'wrong-code': m.refused_wrong_code,
  'code-used': m.refused_code_used,
  'sign-in-again': m.refused_sign_in_again,
  'not-fresh': m.refused_not_fresh,
  'passkey-not-accepted': m.refused_passkey,
  'provider-unreachable': m.refused_provider,
  'link-not-valid': m.refused_link_not_valid,
  removed: m.refused_removed,
  'already-set-up': m.refused_already_set_up,
  'not-allowed': m.refused_not_allowed,
  'nobody-left': m.refused_nobody_left,
  'server-fault': m.refused_server_fault,
  unreachable: m.refused_unreachable,
  'not-understood': m.refused_not_understood,
};

/** One sentence that says what happened and what to do. */
export const sentence = (reason: Reason): string => sentences[reason]();
