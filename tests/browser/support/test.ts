import { expect, test as base } from '@playwright/test';
import { Parley } from './parley.ts';
import { Team } from './team.ts';

interface PerTest {
  /** People at the `parley` that tests share. */
  readonly team: Team;
  /** A Parley for this test alone: one without an account yet, or one to kill. */
  readonly ownParley: Parley;
  /** People at the test's own Parley. */
  readonly ownTeam: Team;
}

/** `parley` runs once for all tests of a worker; everybody's browser is new for each test. */
export const test = base.extend<PerTest, { parley: Parley }>({
  parley: [
    async ({}, use) => {
      const parley = await Parley.start();
      await use(parley);
      await parley.remove();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  team: async ({ parley, browser }, use) => {
    await withTeam(new Team(parley, browser), use);
  },
  ownParley: [
    async ({}, use) => {
      const parley = await Parley.start();
      await use(parley);
      await parley.remove();
    },
    { timeout: 180_000 },
  ],
  ownTeam: async ({ ownParley, browser }, use) => {
    await withTeam(new Team(ownParley, browser), use);
  },
});

async function withTeam(team: Team, use: (team: Team) => Promise<void>) {
  await use(team);
  await team.end();
  expect(team.watch.faults, 'what no page may do').toEqual([]);
}

export { expect };
