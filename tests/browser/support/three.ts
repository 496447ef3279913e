import type { ProcessSummary } from '@parley/contracts';
import type { BrowserContext, Page } from '@playwright/test';
import type { Board, Team } from './team.ts';

export interface Three {
  readonly process: ProcessSummary;
  readonly nadia: BrowserContext;
  readonly tomas: BrowserContext;
  readonly amira: BrowserContext;
}

export type ThreePages = Readonly<Record<'nadia' | 'tomas' | 'amira', Page>>;

/** The lead and two who were invited, in a process of their own: an example, or an empty one. */
export async function three(
  team: Team,
  start: 'empty' | 'demo' | 'yemen-ndc-2012',
): Promise<Three> {
  const nadia = await team.signIn();
  const process =
    start !== 'empty'
      ? await team.openExample(nadia, start === 'demo' ? 'lake-meridia' : start)
      : await team.makeProcess(nadia, 'Two valleys');
  const tomas = await team.join(nadia, process, 'Tomás Rey');
  const amira = await team.join(nadia, process, 'Amira Kessan');
  return { process, nadia, tomas, amira };
}

/** All three in front of one board. */
export async function openAll(team: Team, people: Three, board: Board): Promise<ThreePages> {
  const { process, nadia, tomas, amira } = people;
  const [first, second, third] = await Promise.all([
    team.open(nadia, process, board),
    team.open(tomas, process, board),
    team.open(amira, process, board),
  ]);
  return { nadia: first, tomas: second, amira: third };
}

/** What is to be seen on each of these screens. */
export async function onAll(pages: Readonly<Record<string, Page>>, see: (page: Page) => unknown) {
  await Promise.all(Object.values(pages).map(see));
}
