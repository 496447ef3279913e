import type { BoardSeed } from '../../board/seed.ts';
import { settingsId } from '../../records/index.ts';
import { communityActors } from './actors-communities.ts';
import { societyActors } from './actors-society.ts';
import { stateActors } from './actors-state.ts';
import { thirdPartyActors } from './actors-third-parties.ts';
import { agendaBlocks, agendaColumns, agendaDays, rooms } from './agenda.ts';
import { fundings } from './fundings.ts';
import { glossary } from './glossary.ts';
import { groundRules } from './ground-rules.ts';
import { inclusionTargets } from './inclusion-targets.ts';
import { informationNeeds } from './information-needs.ts';
import { letterTemplates } from './letter-templates.ts';
import { parallelInitiatives } from './parallel-initiatives.ts';
import { participants } from './participants.ts';
import { screeningCriteria } from './screening-criteria.ts';
import { tiesOfSociety } from './ties-of-society.ts';
import { tiesOfTheState } from './ties-of-the-state.ts';
import { tiesOfTheWaters } from './ties-of-the-waters.ts';

/**
 * The Lake Meridia water dialogue: a process in full, of which nothing is real: no country, people,
 * office or sum (P10). It meets for two days in Geneva, and it is noon of the first; the basin's clocks
 * are two hours ahead. The map is laid out for a view of 1040 × 760.
 */
export const lakeMeridia: BoardSeed = {
  settings: [
    {
      id: settingsId,
      participantFields: [
        'gender',
        'ageBand',
        'region',
        'languages',
        'interpretation',
        'accessNeeds',
        'constraints',
        'nominatedBy',
        'riskLevel',
        'modality',
        'availability',
      ],
      attributes: {
        bank: {
          label: 'Side of the lake',
          values: { upstream: 'Upstream', downstream: 'Downstream', shore: 'Shore' },
        },
      },
      tieLabels: { broken: 'broken off', 'family-or-clan': 'kinship' },
      sectorTones: {
        political: 'violet',
        military: 'violet',
        religious: 'green',
        community: 'blue',
        business: 'orange',
        'civil-society': 'green',
        media: 'neutral',
        academic: 'neutral',
        youth: 'green',
        women: 'green',
        diaspora: 'blue',
        regional: 'neutral',
        international: 'neutral',
      },
      countedAs: 'confirmed',
      seats: {
        'upland-water-union': 5,
        'delta-farmers-league': 5,
        'lake-fishers-council': 4,
        'ministry-of-water': 4,
        'council-of-elders': 3,
        'women-of-the-basin': 3,
      },
      freeSeats: 4,
      agendaColumns,
      timeZone: 'Europe/Zurich',
      secondTimeZone: 'Asia/Baghdad',
    },
  ],
  actor: [...communityActors, ...stateActors, ...societyActors, ...thirdPartyActors],
  tie: [...tiesOfTheWaters, ...tiesOfTheState, ...tiesOfSociety],
  participant: participants,
  inclusionTarget: inclusionTargets,
  agendaDay: agendaDays,
  agendaBlock: agendaBlocks,
  informationNeed: informationNeeds,
  funding: fundings,
  glossaryTerm: glossary,
  room: rooms,
  groundRule: groundRules,
  parallelInitiative: parallelInitiatives,
  letterTemplate: letterTemplates,
  screeningCriterion: screeningCriteria,
};
