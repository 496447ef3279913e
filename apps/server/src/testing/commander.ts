import { CommandAnswer, type Command } from '@parley/contracts';
import { newId } from '@parley/model';
import type { Socket } from 'socket.io-client';
import * as v from 'valibot';
import { openLiveLine } from './live-socket.ts';
import type { TestParley } from './test-parley.ts';
import type { Visitor } from './visitor.ts';

/** A page of somebody who is signed in, as far as it sends commands. */
export interface Commander {
  /** Sends a command to a space. @param id the command's; a new one when it is left out */
  send(spaceId: string, command: Command, id?: string): Promise<CommandAnswer>;
  /** Sends whatever it is given, as a hostile page would. */
  sendRaw(wish: unknown): Promise<CommandAnswer>;
  /** Sends and does not wait. */
  throwIn(spaceId: string, command: Command, id: string): void;
  /** Resolves with the next notice of this kind. */
  hears(kind: string): Promise<unknown>;
  watch(spaceId: string): Promise<void>;
  close(): void;
}

/** The id of the entry that an accepted command has made. @throws {Error} when it was refused */
export function entryOf(answer: CommandAnswer): string {
  if (!answer.accepted) throw new Error(`Refused: ${answer.reason}`);
  return answer.entry;
}

export async function openCommander(
  parley: Pick<TestParley, 'origin'>,
  visitor: Visitor,
): Promise<Commander> {
  // A page may be hostile: what it sends is not held back by the types of contracts.
  const socket = (await openLiveLine(parley.origin, visitor)) as unknown as Socket;
  const sendRaw = async (wish: unknown) =>
    v.parse(CommandAnswer, await socket.timeout(10_000).emitWithAck('command', wish));
  return {
    send: (spaceId, command, id = newId()) => sendRaw({ id, spaceId, command }),
    sendRaw,
    throwIn: (spaceId, command, id) => void socket.emit('command', { id, spaceId, command }),
    hears: (kind) =>
      new Promise((resolve) => {
        const listen = (notice: { kind: string }) => {
          if (notice.kind !== kind) return;
          socket.off('notice', listen);
          resolve(notice);
        };
        socket.on('notice', listen);
      }),
    watch: async (spaceId) => {
      await socket.timeout(10_000).emitWithAck('watch', { spaceId });
    },
    close: () => void socket.close(),
  };
}
