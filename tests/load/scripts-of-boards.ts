import type { ProcessSummary } from '@parley/contracts';
import { scriptBudget, scriptsOfFirstVisit } from '../browser/support/scripts.ts';
import type { Board, Team } from '../browser/support/team.ts';
import { single, type Figure } from './figure.ts';

const boards: readonly Board[] = ['actors', 'participants', 'agenda'];

/** JavaScript of a first visit to each board, in a browser with an empty cache. */
export async function measureScripts(team: Team, process: ProcessSummary): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const board of boards) {
    const visitor = await team.signIn();
    const { gzip, sent, files } = await scriptsOfFirstVisit(
      visitor,
      team.address(process, board),
      (page) => page.getByText('All changes saved').first().waitFor(),
    );
    await visitor.close();
    const name = `JavaScript of a first visit, ${board}`;
    figures.push(
      single(`${name}, by gzip (${files} files)`, gzip / 1000, scriptBudget / 1000, 'KB'),
      single(`${name}, as sent (Brotli)`, sent / 1000, null, 'KB'),
    );
  }
  return figures;
}
