/** Where browsers know Trusted Types, the one way in which a text becomes the address of a script. */
const addresses = window.trustedTypes?.createPolicy('parley-worker', {
  createScriptURL: (address) => {
    const { origin, href } = new URL(address, location.href);
    if (origin !== location.origin) throw new Error('A worker comes from this server alone.');
    return href;
  },
});

/**
 * Starts a worker.
 * @param address as `?worker&url` gives it
 */
export const workerAt = (address: string): Worker =>
  new Worker(addresses?.createScriptURL(address) ?? address, { type: 'module' });
