import type { Handle } from '@sveltejs/kit/hooks';

/** The two faces that the first paint needs; every other subset waits until a text asks for it. */
const early = /(inter|source-serif-4)-latin-wght-normal/;

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: (file) =>
      file.type === 'js' || file.type === 'css' || (file.type === 'font' && early.test(file.path)),
  });
