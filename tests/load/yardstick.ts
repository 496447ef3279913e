/**
 * How fast the machine is now: the same arithmetic each time, on one thread. The speed of a shared
 * machine changes from hour to hour, and figures of two runs compare only as far as their yardsticks do.
 * @returns ms of processor time
 */
export function yardstick(): number {
  const before = process.threadCpuUsage();
  let sum = 0;
  for (let at = 0; at < 60_000_000; at += 1) sum = (sum * 31 + at) | 0;
  const { user, system } = process.threadCpuUsage(before);
  // Whoever reads the sum keeps the loop from being left out.
  if (!Number.isInteger(sum)) throw new Error('The yardstick lost count');
  return Math.round((user + system) / 1000);
}
