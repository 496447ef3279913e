import { scriptBudget, scriptsOfFirstVisit } from './support/scripts.ts';
import type { Board } from './support/team.ts';
import { expect, test } from './support/test.ts';

const boards: readonly Board[] = ['actors', 'participants', 'agenda', 'process'];

for (const board of boards) {
  test(`a first visit to the board ${board} asks for little JavaScript`, async ({ team }) => {
    const lead = await team.signIn();
    const demo = await team.openExample(lead, 'lake-meridia');
    const scripts = await scriptsOfFirstVisit(lead, team.address(demo, board), (page) =>
      page.getByText('All changes saved').first().waitFor(),
    );
    expect(scripts.gzip).toBeLessThanOrEqual(scriptBudget);
  });
}
