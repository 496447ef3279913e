import type { InvitationChannel, Reply } from '@parley/model/ledger';
import { m } from '#lib/paraglide/messages.js';
import type { Words } from '../participant-words.ts';

export const channelWords: Words<InvitationChannel> = {
  letter: m.stages_channel_letter,
  mail: m.stages_channel_mail,
  messenger: m.stages_channel_messenger,
  phone: m.stages_channel_phone,
  'in-person': m.stages_channel_in_person,
  other: m.stages_channel_other,
};

export const replyWords: Words<Reply> = {
  accepts: m.stages_reply_accepts,
  declines: m.stages_reply_declines,
  undecided: m.stages_reply_undecided,
  asks: m.stages_reply_asks,
};
