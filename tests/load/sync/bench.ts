/*
 * `npm run bench`: our sync server beside its peers under the same workloads, each server in a process
 * of its own, one after the other. Prints one table and what must hold, writes results/latest.json, and
 * ends with code 1 when something does not hold.
 *
 * --only=W1,W3           These workloads alone.
 * --servers=parley       These servers alone; what compares with the others is left open.
 * --short                Seconds in place of minutes: shows that it works, not how well.
 * --profile=folder       Writes processor profiles of the servers there.
 *
 * Results are kept of a whole run only. Run it on a quiet machine: two cores are enough.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { Entry } from './entry.ts';
import { findings as findingsOf, rounded } from './requirements.ts';
import { tableOf, tableOfFindings, writeResults } from './results.ts';
import { serverNames, type ServerName } from './servers/server-process.ts';
import { workloads } from './workloads/index.ts';

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string' },
    servers: { type: 'string' },
    short: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const chosen = <Name extends string>(known: readonly Name[], list: string | undefined): Name[] => {
  if (list === undefined) return [...known];
  const unknown = list.split(',').filter((name) => !known.some((one) => one === name));
  if (unknown.length > 0) {
    throw new Error(`There is no ${unknown.join()}; choose from ${known.join(', ')}.`);
  }
  return known.filter((name) => list.split(',').includes(name));
};
const names = chosen(
  workloads.map(({ name }) => name),
  asked.only,
);
const servers = chosen(serverNames, asked.servers);
/** Longer than any of them takes; a server that answers no more must not hold up the bench. */
const patienceMs = 180_000;

const isWhole = asked.only === undefined && asked.servers === undefined && !asked.short;

console.log(`Load of the machine before the start: ${loadavg()[0]?.toFixed(2) ?? 'unknown'}`);
const results = new Map<string, Partial<Record<ServerName, Entry>>>();
for (const workload of workloads.filter(({ name }) => names.includes(name))) {
  console.log(`\n${workload.name}: ${workload.title}`);
  const entries: Partial<Record<ServerName, Entry>> = {};
  for (const server of workload.servers.filter((name) => servers.includes(name))) {
    const began = performance.now();
    const patience = setTimeout(() => {
      console.error(`${server} did not get through ${workload.name} in ${patienceMs / 1_000} s.`);
      process.exit(1);
    }, patienceMs);
    entries[server] = await workload.measure(server, {
      short: asked.short,
      profileIn: asked.profile,
    });
    clearTimeout(patience);
    console.log(`  ${server} (${rounded((performance.now() - began) / 1_000)} s)`);
  }
  results.set(workload.name, entries);
}

const findings = [...results].flatMap(([workload, entries]) => findingsOf(workload, entries));
if (isWhole) {
  const file = fileURLToPath(new URL('../results/latest.json', import.meta.url));
  await writeResults(file, results, findings);
}
console.log(`\n${tableOf(results)}\n\n${tableOfFindings(findings)}`);
// No socket that a server forgot keeps the bench from ending.
process.exit(results.size > 0 && findings.every(({ holds }) => holds !== false) ? 0 : 1);
