import { createTransport } from 'nodemailer';
import type { Accounts } from '../access/index.ts';
import { fault, type Log } from '../log.ts';
import type { SmtpSettings } from '../settings.ts';

/** The one thing that Parley writes to people: a link for a new password, when they ask for one. */
export interface Mail {
  /** Sends a link if an account has this address; whoever asks learns neither. */
  sendResetLink(email: string): void;
  close(): void;
}

export interface MailParts {
  readonly smtp: SmtpSettings;
  /** Where pages are served from. */
  readonly origin: string;
  readonly accounts: Accounts;
  readonly log: Log;
}

/** Milliseconds that a mail server may take for one step. */
const patience = 20_000;

export function openMail({ smtp, origin, accounts, log }: MailParts): Mail {
  const transport = createTransport({
    url: smtp.url,
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    // What it would write names addresses.
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function send(email: string): Promise<void> {
    const account = await accounts.list.byEmail(email);
    if (account === null) return;
    const { secret } = await accounts.resetLinks.create(account.id);
    await transport.sendMail({
      from: smtp.from,
      to: account.email,
      subject: 'A new password for Parley',
      text: words(`${origin}/reset#${secret}`),
      // It is not for machines that answer by themselves.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  return {
    sendResetLink: (email) => {
      send(email).catch((error: unknown) => {
        log.error({ fault: fault(error) }, 'A mail could not be handed in.');
      });
    },
    close: () => transport.close(),
  };
}

/** No name and nothing of any process: mail is read by many machines on its way. */
const words = (link: string): string => `Somebody asked for a new password for your account.

This link sets one. It works once, within the hour, and signs you out everywhere else:

${link}

If it was not you, nothing has changed and you need not do anything.
`;
