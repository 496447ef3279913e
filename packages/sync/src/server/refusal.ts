import { closeCodes, type CloseCode } from '../close-codes.ts';

/** Thrown for what costs its sender the connection, and nobody else anything (R4). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: CloseCode;

  constructor(code: CloseCode, why: string, options?: ErrorOptions) {
    super(why, options);
    this.code = code;
  }
}

/** The refusal of a frame that breaks the protocol. */
export const malformed = (why: string, options?: ErrorOptions): Refusal =>
  new Refusal(closeCodes.malformed, why, options);
