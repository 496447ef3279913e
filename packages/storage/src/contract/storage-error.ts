/**
 * Why: the disk is full; another process kept the lock; what is stored is not what was once stored; the
 * document was deleted for good; or anything else, which the message tells.
 */
export type StorageFault = 'full' | 'locked' | 'damaged' | 'deleted' | 'failed';

/**
 * Thrown when storage cannot do what it was asked; `cause` carries the engine's own error. Messages
 * and codes name documents by id, and hold nothing of what was to be stored.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageFault;

  constructor(
    message: string,
    { code = 'failed', cause }: { readonly code?: StorageFault; readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
  }
}
