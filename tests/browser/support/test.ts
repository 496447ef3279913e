import { test as base } from '@playwright/test';
import { Parley } from './parley.ts';
import { Team } from './team.ts';

/** `parley` runs once for all tests of a worker; `team` is new for each test. */
export const test = base.extend<{ team: Team }, { parley: Parley }>({
  parley: [
    async ({}, use) => {
      const parley = await Parley.start();
      await use(parley);
      await parley.remove();
    },
    { scope: 'worker' },
  ],
  team: async ({ parley, browser, viewport, locale, timezoneId }, use) => {
    const team = new Team(parley, browser, {
      viewport,
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
      reducedMotion: 'reduce',
    });
    await use(team);
    await team.end();
  },
});

export { expect } from '@playwright/test';
