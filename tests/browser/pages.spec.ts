import { pages, type PageName } from '@parley/contracts';
import type { BrowserContext } from '@playwright/test';
import { spaceOf } from './support/team.ts';
import { expect, test } from './support/test.ts';

// The keys of the table.
const names = Object.keys(pages) as PageName[];

/**
 * What came back, but for what is another with every answer: the date, the policy's nonces, and the
 * hash of a body with nonces in it.
 */
async function frameAt(context: BrowserContext, address: string) {
  const answer = await context.request.get(address, { maxRedirects: 0 });
  const headers = answer.headersArray().filter(({ name }) => !/^(date|etag)$/i.test(name));
  const whole = JSON.stringify([answer.status(), headers, await answer.text()]);
  return { status: answer.status(), whole: whole.replaceAll(/nonce[-=\\"]+[\w+/=]+/g, 'nonce') };
}

test('the frame of a page is the same for everybody who gets it, and names nobody', async ({
  team,
  parley,
}) => {
  const lead = await team.signIn();
  const [ours, theirs] = [
    await team.makeProcess(lead, 'Canary of two valleys'),
    await team.makeProcess(lead, 'Another'),
  ];
  const member = await team.join(lead, ours, 'Canary Bilal', 'observer');
  const stranger = await team.join(lead, theirs, 'Canary Chadia', 'lead');
  const nobody = await team.visitor();
  for (const name of names) {
    const at = (space: string) =>
      parley.origin + name.replace('[process]', ours.id).replace('[space]', space);
    const frames = new Set<string>();
    for (const person of [lead, member, stranger]) {
      for (const space of [spaceOf(ours), crypto.randomUUID()]) {
        const { status, whole } = await frameAt(person, at(space));
        expect([name, status]).toEqual([name, 200]);
        expect(whole).not.toMatch(/Canary|Nadia|nadia/);
        frames.add(whole.replaceAll(space, 'SPACE'));
      }
    }
    expect([name, frames.size]).toEqual([name, 1]);
    const { status } = await frameAt(nobody, at(spaceOf(ours)));
    expect([name, status]).toEqual([name, pages[name] === 'nothing' ? 200 : 303]);
  }
});
