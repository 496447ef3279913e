import { WebSocket } from 'ws';

/** Who asks for an upgrade, and from whose page. */
interface Asking {
  readonly cookie?: string;
  /** The Origin that is sent; none when it is left out. */
  readonly origin?: string | undefined;
}

/** Everything that an upgrade was answered with, as one text: refused, or opened and closed. */
export function upgradeAnswer(url: string, { cookie, origin }: Asking): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) };
    const socket = new WebSocket(url, { headers });
    const said: string[] = [];
    socket.on('message', (data: Buffer) => said.push(data.toString('base64')));
    socket.on('close', (code, reason) =>
      resolve(['opened', ...said, code, reason.toString()].join(' ')),
    );
    socket.on('unexpected-response', (_request, answer) => {
      socket.on('error', () => undefined);
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const fields = Object.entries(answer.headers).filter(([field]) => field !== 'date');
        const body = Buffer.concat(chunks).toString();
        resolve([answer.statusCode, JSON.stringify(fields), body].join(' '));
      });
    });
    socket.on('error', reject);
  });
}
