const key = 'parley:names';
/** Where it stood before it was for the whole space: the list's column of names, hidden on this device. */
const formerKey = 'parley:table:participants:hidden';

/**
 * Whether people's names are kept off the screens of this device: for a projector, or for somebody who
 * looks over a shoulder. It is kept on the device and the same in all of its pages.
 */
export class HiddenNames {
  #on = $state(kept());
  readonly #heard = (event: StorageEvent) => {
    if (event.key === key || event.key === null) this.#on = kept();
  };

  constructor() {
    addEventListener('storage', this.#heard);
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    try {
      localStorage.setItem(key, on ? 'hidden' : 'shown');
    } catch {
      // A browser that keeps nothing hides them until the page is closed.
    }
  }

  close(): void {
    removeEventListener('storage', this.#heard);
  }
}

function kept(): boolean {
  try {
    const said = localStorage.getItem(key);
    return said === null
      ? (localStorage.getItem(formerKey) ?? '').includes('"name":true')
      : said === 'hidden';
  } catch {
    return false;
  }
}
