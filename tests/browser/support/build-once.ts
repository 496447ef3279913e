import { Parley } from './parley.ts';

/** Lets the program build its client before any worker starts it: two would build over each other. */
export default async function buildOnce() {
  const parley = await Parley.start();
  await parley.remove();
}
