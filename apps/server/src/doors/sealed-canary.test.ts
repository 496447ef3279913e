import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { doors, paths, type Command, type DoorName } from '@parley/contracts';
import { Board } from '@parley/model';
import { formsOf } from '@parley/sync/testing/forms-of-text';
import { expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { Receiver } from '../testing/receiver.ts';
import { asObserver, riverTalks } from '../testing/river-talks.ts';
import { idOf } from '../testing/test-parley.ts';

/*
 * A secret word is put into whatever waits sealed: the ratings of a blind round, the scores of a
 * screening. Until the reveal its author alone receives it, whatever else members of the space ask
 * for, the host included; and it stands in no file of the server.
 */

const here = riverTalks();
const reading = (Object.keys(doors) as DoorName[]).filter((name) => name.startsWith('GET '));

const words = {
  rationale: 'canary-why-of-a-rating-81',
  alternative: 'canary-other-reading-82',
  note: 'canary-note-of-a-score-83',
};
const actorName = 'canary-actor-84';

async function askEverything(receiver: Receiver) {
  for (const name of reading) {
    const path = name.slice(4).replace(':spaceId', here.spaceId);
    await receiver.ask('GET', path.replace(':processId', here.processId));
  }
  await receiver.ask('POST', paths.exports(here.spaceId), { what: 'participants' });
}

/** The words that stand in a file of the server, in whatever form. */
async function onDisk(): Promise<readonly string[]> {
  const entries = await readdir(here.parley.directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const all = Buffer.concat(
    await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))),
  );
  return [...Object.values(words), actorName].filter((word) =>
    Object.values(formsOf(word)).some((form) => all.includes(form)),
  );
}

it('what is sealed reaches nobody but its author, and no file', async () => {
  const { board, actors, people } = await fill();
  const bilal = await here.join('Bilal');
  const visitors = { host: here.lead, bilal, chadia: await here.join('Chadia') };
  const olu = await here.join('Olu', asObserver);
  const [host, bilals, chadias] = [
    await here.openCommander(),
    await here.openCommander(bilal),
    await here.openCommander(visitors.chadia),
  ];
  const give = async (who: Commander, command: Command) =>
    entryOf(await who.send(here.spaceId, command));
  const receivers = Object.fromEntries(
    Object.entries({ ...visitors, olu }).map(([name, visitor]) => [
      name,
      new Receiver(here.parley.origin, visitor),
    ]),
  );
  for (const receiver of Object.values(receivers)) {
    receiver.openDocuments(here.spaceId);
    await receiver.listen(here.spaceId);
  }
  const heardBy = (who: string) =>
    Object.values(words).filter((word) => (receivers[who]?.formsOf(word) ?? []).length > 0);

  const round = await give(host, {
    ...{ kind: 'open-round', title: '', subjects: [...actors], assessors: null, follows: null },
    ...{ kinds: ['structural'], closesAt: null, asOf: '2026-03-09' },
  });
  const { rationale, alternative, note } = words;
  await give(bilals, {
    ...{ kind: 'rate', round, subject: actors[0] ?? '', of: 'structural', level: 2 },
    ...{ confidence: 'low', basis: 'inferred', rationale, alternative },
  });
  const criterion = { id: 'trust', label: 'Trustworthiness', description: '' };
  await give(host, { kind: 'lock-criteria', criteria: [criterion] });
  const screeners = [await idOf(bilal), await idOf(visitors.chadia)];
  const screening = await give(host, {
    ...{ kind: 'open-screening', title: '', participants: [...people], screeners },
  });
  const score = { participant: people[0] ?? '', criterion: 'trust', score: 1 };
  await give(bilals, { kind: 'score', screening, ...score, note });
  await give(chadias, { kind: 'score', screening, ...score, note: '' });
  await give(bilals, { kind: 'finish-rating', round, finished: true });
  await give(bilals, { kind: 'finish-scoring', screening, finished: true });
  for (const receiver of Object.values(receivers)) {
    await askEverything(receiver);
    receiver.openDocuments(here.spaceId);
    await expect.poll(() => receiver.formsOf(actorName)).toContain('utf-8');
  }

  // The control: all of it comes back to its author, and what is not sealed is on the disk.
  expect(heardBy('bilal')).toEqual(Object.values(words));
  for (const who of ['host', 'chadia', 'olu']) expect([who, heardBy(who)]).toEqual([who, []]);
  expect(await onDisk()).toEqual([actorName]);

  await give(host, { kind: 'reveal-round', round });
  await give(host, { kind: 'reveal-screening', screening });
  for (const who of ['host', 'chadia', 'olu']) {
    await expect.poll(() => [who, heardBy(who)]).toEqual([who, Object.values(words)]);
  }
  for (const one of [...Object.values(receivers), board, host, bilals, chadias]) one.close();
});

async function fill() {
  const board = await here.openBoard();
  const records = new Board(board.doc);
  const actors = records.createAll('actor', [{ name: actorName }]);
  const people = records.createAll('participant', [{ pseudonym: 'U-01' }]);
  if (!actors.ok || !people.ok) throw new Error('Nobody was made');
  const other = await here.openBoard();
  await expect.poll(() => new Board(other.doc).list('participant')).toHaveLength(1);
  other.close();
  return { board, actors: actors.value, people: people.value };
}
