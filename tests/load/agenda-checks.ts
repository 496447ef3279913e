/*
 * `npm run bench:checks`: how long all checks of a large agenda take, its times among them: 200 blocks on
 * 20 days, two beside one another, and 600 people of 30 delegations.
 * Ends with code 1 when the limit does not hold.
 */
import {
  agendaTimes,
  boardRecordTypes,
  partyChecks,
  peopleChecks,
  type AgendaBlock,
  type AgendaDay,
  type InclusionTarget,
  type Participant,
} from '@parley/model';
import { figureOf, holds } from './figure.ts';
import { table } from './report.ts';
import { yardstick } from './yardstick.ts';

/** Ms. */
const limit = 50;
const runs = 48;

const record = (defaults: object, values: object): unknown => ({
  order: 'a0',
  ...defaults,
  ...values,
});
// Defaults leave out only what is said here.
const days = Array.from({ length: 20 }, (_, at) =>
  record(boardRecordTypes.agendaDay.defaults(), {
    ...{ id: `day-${at}`, order: `a${at}` },
    date: `2026-03-${String(at + 1).padStart(2, '0')}`,
  }),
) as AgendaDay[];
const people = Array.from({ length: 600 }, (_, at) =>
  record(boardRecordTypes.participant.defaults(), {
    ...{ id: `p-${at}`, stage: 'confirmed', delegation: `actor-${at % 30}` },
    ...{ gender: at % 3 === 0 ? 'woman' : 'man', languages: at % 2 === 0 ? ['ar'] : ['ar', 'en'] },
  }),
) as Participant[];
const blocks = Array.from({ length: 200 }, (_, at) =>
  record(boardRecordTypes.agendaBlock.defaults(), {
    ...{ id: `b-${at}`, day: `day-${at % 20}`, title: `Block ${at}`, order: `a${at}` },
    ...{ form: at % 7 === 0 ? 'caucus' : 'working-group', track: 1 + (at % 2), languages: ['en'] },
    ...(at % 3 === 0
      ? {}
      : { everyone: false, delegations: [`actor-${at % 30}`, `actor-${(at + 7) % 30}`] }),
  }),
) as AgendaBlock[];
const targets = [
  record(boardRecordTypes.inclusionTarget.defaults(), {
    ...{ id: 'women', attribute: 'gender', values: ['woman'], scope: 'session' },
    amount: { unit: 'share', share: 0.3 },
  }),
] as InclusionTarget[];

const times: number[] = [];
let found = 0;
for (let run = 0; run < runs; run += 1) {
  const from = performance.now();
  const settled = agendaTimes(days, blocks, { timeZone: 'Europe/Zurich', secondTimeZone: null });
  const plan = { days: settled, blocks, participants: people };
  const lists = { targets, observances: [], needs: [], actors: [] };
  found =
    peopleChecks({ ...plan, rooms: [] }).length +
    partyChecks({ ...plan, ...lists, countedAs: 'confirmed' }).length;
  times.push(performance.now() - from);
}

const figures = [figureOf(`Times and all checks: ${found} findings`, times, limit)];
console.log(`\n${table(figures)}\n\nYardstick: ${yardstick()} ms`);
process.exitCode = figures.every(holds) ? 0 : 1;
