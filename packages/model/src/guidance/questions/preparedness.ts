import { coverage } from '../../indicators/convening.ts';
import { openSteps } from '../../ledger/engagements.ts';
import { assessorOf } from '../../ledger/standing.ts';
import type { AgendaBlock } from '../../records/index.ts';
import type { Known } from '../known.ts';
import { asked, listed, subject, type Found } from '../question.ts';

/** Sessions in which the parties work; not breaks, meals or preparation. */
const working = ({ form }: AgendaBlock) => !['break', 'social', 'preparation'].includes(form);

function blocksWithout(holds: (block: AgendaBlock) => boolean, { list }: Known): readonly Found[] {
  const sessions = list('agendaBlock').filter(working);
  const without = sessions.filter((block) => !holds(block)).map(({ id }) => id);
  return listed('agendaBlock', without, { of: sessions.length });
}

/** How many people have read each party, by any kind. */
const readersOf = ({ readings, parties }: Known) =>
  parties.map(({ id }) => {
    const theirs = readings.filter(({ subject: of }) => of === id);
    return { id, readers: new Set(theirs.map(assessorOf)).size };
  });

const partiesReadBy = (many: number, known: Known): readonly Found[] => {
  const ids = readersOf(known).flatMap(({ id, readers }) => (readers === many ? [id] : []));
  return listed('actor', ids, { of: known.parties.length });
};

const reached = ({ parties, links, team }: Known) =>
  coverage(
    parties.map(({ id }) => id),
    links,
    team,
  );

export const preparedness = [
  /** H §1: nobody has said who on the team could bring them. That is not to say that nobody can (P2). */
  asked('reach-unsaid', (known) => {
    const unsaid = reached(known).filter(({ reach }) => reach === 'unsaid');
    return listed(
      'actor',
      unsaid.map(({ party }) => party),
      { of: known.parties.length },
    );
  }),
  /** By what was said, nobody on the team can bring them, or it is not known. */
  asked('not-covered', (known) =>
    reached(known)
      .filter(({ reach }) => reach === 'open' || reach === 'not-reached')
      .map(({ party }) => ({
        about: [subject('actor', party)],
        count: known.links.filter((link) => link.party === party && known.team.has(link.convener))
          .length,
      })),
  ),
  asked('not-read', (known) => partiesReadBy(0, known)),
  /** One reading is one interpretation (B, misdiagnosis). */
  asked('read-by-one', (known) => partiesReadBy(1, known)),
  asked('late-steps', ({ contacts, today }) => {
    const late = openSteps(contacts, today).filter(({ daysLate }) => (daysLate ?? 0) > 0);
    const actors = [...new Set(late.map(({ engagement }) => engagement.now.actor))];
    return listed('actor', actors, { count: late.length });
  }),
  asked('no-lead', (known) => blocksWithout(({ lead }) => lead.trim() !== '', known)),
  asked('no-purpose-said', (known) =>
    blocksWithout(({ purpose, question }) => `${purpose}${question}`.trim() !== '', known),
  ),
] as const;
