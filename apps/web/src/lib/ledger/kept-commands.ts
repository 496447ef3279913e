import { Command } from '@parley/contracts';
import * as v from 'valibot';

interface KeptCommand {
  readonly id: string;
  readonly command: Command;
}

/**
 * Commands that were not sent yet, in this browser, for as long as the person keeps the space here. The
 * keys begin like those of the space's copies, so that what deletes these takes the commands too.
 */
export class KeptCommands {
  readonly #prefix: string;
  readonly #isOn: () => boolean;

  /** @param copy the name of the ledger's copy on this device */
  constructor(copy: string, isOn: () => boolean) {
    this.#prefix = `${copy}:command:`;
    this.#isOn = isOn;
  }

  /** What an earlier visit left, the oldest first. */
  read(): readonly KeptCommand[] {
    if (!this.#isOn()) return [];
    return this.#keys()
      .flatMap((key) => this.#parse(key))
      .sort((one, other) => one.at - other.at);
  }

  add({ id, command }: KeptCommand): void {
    if (!this.#isOn() || localStorage.getItem(this.#prefix + id) !== null) return;
    try {
      localStorage.setItem(this.#prefix + id, JSON.stringify({ at: Date.now(), command }));
    } catch {
      // The browser has no room: then it lasts as long as the page, which says so before it is left.
    }
  }

  remove(id: string): void {
    try {
      localStorage.removeItem(this.#prefix + id);
    } catch {
      // A browser that keeps nothing has nothing to remove.
    }
  }

  /** Removes every one, whether or not anything is to be kept from now on. */
  removeAll(): void {
    for (const key of this.#keys()) localStorage.removeItem(key);
  }

  #keys(): string[] {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix));
    } catch {
      return []; // A browser that keeps nothing.
    }
  }

  #parse(key: string): (KeptCommand & { readonly at: number })[] {
    try {
      const kept = v.parse(Kept, JSON.parse(localStorage.getItem(key) ?? ''));
      return [{ ...kept, id: key.slice(this.#prefix.length) }];
    } catch {
      localStorage.removeItem(key); // Of another version: it could not be sent.
      return [];
    }
  }
}

const Kept = v.object({ at: v.number(), command: Command });
