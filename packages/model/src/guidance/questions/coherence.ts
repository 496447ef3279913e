import { saturation } from '../../indicators/convening.ts';
import { asked, listed, subject, subjects, type Found } from '../question.ts';

/** Other attempts from which on a party is asked about. */
const many = 2;

export const coherence = [
  /** H §1: mediation saturation. */
  asked('saturated', ({ parties, list, today }) =>
    parties.flatMap(({ id }): Found[] => {
      const others = saturation(id, list('parallelInitiative'), today).map((one) => one.id);
      return others.length < many
        ? []
        : [
            {
              about: [subject('actor', id)],
              others: subjects('parallelInitiative', others),
              count: others.length,
            },
          ];
    }),
  ),
  asked('initiative-silent', ({ list, today }) => {
    const running = list('parallelInitiative').filter(
      ({ from, until }) => (from === null || from <= today) && (until === null || until >= today),
    );
    const silent = running.filter(({ standing }) => standing.trim() === '').map(({ id }) => id);
    return listed('parallelInitiative', silent, { of: running.length });
  }),
  /** P8: whoever holds or pays for the talks is on the map too. */
  asked('team-not-mapped', ({ list, team }) =>
    list('actor').length > 0 && team.size === 0 ? [{ of: list('actor').length }] : [],
  ),
  asked('funder-not-mapped', ({ list }) =>
    list('actor').length > 0 && !list('actor').some(({ affiliation }) => affiliation === 'funder')
      ? [{ of: list('actor').length }]
      : [],
  ),
] as const;
