import { actorOnMap, addActor } from './support/actors.ts';
import { allSaved } from './support/frame.ts';
import { spaceOf } from './support/team.ts';
import { expect, test } from './support/test.ts';

test('the page of a process that is deleted on the command line holds nothing of it any more', async ({
  team,
  parley,
}) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Deleted talks');
  const guest = await team.join(lead, process, 'Bilal');
  const [mine, theirs] = [
    await team.open(lead, process, 'actors'),
    await team.open(guest, process, 'actors'),
  ];
  await addActor(mine, 'Fishers');
  await allSaved(mine);
  await expect(actorOnMap(theirs, 'Fishers')).toBeVisible();

  expect(await parley.type('process', 'delete', process.id, '--yes')).toBe(0);
  const shutOut = { name: 'You may no longer open this space' };
  await expect(mine.getByRole('heading', shutOut)).toBeVisible({ timeout: 2_000 });
  // A guest who was nowhere else has no session any more either.
  const over = theirs.getByRole('heading', { name: /You may no longer open|You are signed out/ });
  await expect(over).toBeVisible({ timeout: 2_000 });
  for (const page of [mine, theirs]) {
    // The board says the same for a moment, while the page asks whether it really is over.
    await expect(page).toHaveURL(/\/ended#/, { timeout: 2_000 });
    expect(await page.content()).not.toMatch(/Fishers|Deleted talks/);
    expect(page.url()).not.toContain(spaceOf(process));
  }
});
