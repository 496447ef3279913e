import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';

/** A mail server on this machine that takes every mail and keeps it as it came. */
export interface TestMailServer {
  readonly url: string;
  /** Resolves with the mails so far, once there are this many. */
  received(count: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** As much of SMTP (RFC 5321) as handing in takes. */
export async function openMailServer(): Promise<TestMailServer> {
  const mails: string[] = [];
  const waiting = new Set<() => void>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let heard = '';
    let inMail = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 ready');
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      for (;;) {
        const end = inMail ? '\r\n.\r\n' : '\r\n';
        const at = heard.indexOf(end);
        if (at < 0) return;
        const line = heard.slice(0, at);
        heard = heard.slice(at + end.length);
        if (inMail) {
          mails.push(line);
          inMail = false;
          for (const wake of waiting) wake();
          say('250 taken');
        } else if (/^data/i.test(line)) {
          inMail = true;
          say('354 go on');
        } else if (/^quit/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (mails.length >= count) resolve(mails);
        };
        waiting.add(look);
        look();
      }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
