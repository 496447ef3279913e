import { missingInformation } from '../../indicators/information-needs.ts';
import { partiesInBlock } from '../../indicators/parties.ts';
import { asked, listed, subject, subjects, type Found } from '../question.ts';

export const agreementQuality = [
  /** I: nobody should be asked to agree on what they cannot judge. */
  asked('information-missing', ({ list, atTable }) => {
    const parties = atTable.map(({ id }) => id);
    return list('agendaBlock').flatMap((block) =>
      missingInformation(
        block.id,
        list('informationNeed'),
        partiesInBlock(block, parties, list('participant')),
      ).map(({ party, missing, partial }): Found => ({
        about: [subject('agendaBlock', block.id), subject('actor', party)],
        others: subjects('informationNeed', [...missing, ...partial]),
        count: missing.length + partial.length,
      })),
    );
  }),
  asked('not-at-text', ({ list, atTable }) => {
    const parties = atTable.map(({ id }) => id);
    return list('agendaBlock')
      .filter(({ form }) => form === 'single-text-review')
      .flatMap((block): Found[] => {
        const there = new Set(partiesInBlock(block, parties, list('participant')));
        const without = parties.filter((id) => !there.has(id));
        return without.length === 0
          ? []
          : [
              {
                ...{ about: [subject('agendaBlock', block.id)] },
                ...{ others: subjects('actor', without), count: there.size, of: parties.length },
              },
            ];
      });
  }),
  asked('no-alternatives', ({ entries }) => {
    const decisions = entries('decision');
    const without = decisions.filter(({ alternatives }) => alternatives.trim() === '');
    return listed(
      'decision',
      without.map(({ id }) => id),
      { of: decisions.length },
    );
  }),
  asked('parked', ({ items }) => {
    const parked = items.filter(({ settled }) => settled?.how === 'parked').map(({ id }) => id);
    return listed('item', parked, { of: items.length });
  }),
] as const;
